package dev.accounts.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class OpenApiServletTest {

    private static JsonObject document(String contextPath, String path) throws IOException, ServletException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", contextPath + path + OpenApiServlet.PATH);
        request.setContextPath(contextPath);
        MockHttpServletResponse response = new MockHttpServletResponse();

        OpenApiServlet.below(path).service(request, response);

        assertThat(response.getContentType()).isEqualTo("application/json;charset=UTF-8");
        return JsonParser.parseString(response.getContentAsString()).getAsJsonObject();
    }

    @Test
    void says_where_the_application_serves_the_contract() throws Exception {
        JsonObject document = document("/shop", "/api");

        assertThat(document.getAsJsonArray("servers").toString()).isEqualTo("[{\"url\":\"/shop/api\"}]");
        assertThat(document.getAsJsonObject("paths").keySet()).contains("/auth/token/login/");
    }

    @Test
    void says_nothing_where_it_is_served_at_the_root() throws Exception {
        assertThat(document("", "").has("servers")).isFalse();
    }
}
