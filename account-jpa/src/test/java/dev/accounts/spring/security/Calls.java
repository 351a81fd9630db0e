package dev.accounts.spring.security;

import jakarta.servlet.Filter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Calls an application through Spring Security. */
final class Calls {

    private Calls() {}

    static MvcResult call(WebApplicationContext context, MockHttpServletRequestBuilder request) throws Exception {
        return MockMvcBuilders.webAppContextSetup(context)
                .<DefaultMockMvcBuilder>addFilters(context.getBean("springSecurityFilterChain", Filter.class))
                .build()
                .perform(request)
                .andReturn();
    }

    static MockHttpServletResponse reply(WebApplicationContext context, MockHttpServletRequestBuilder request)
            throws Exception {
        return call(context, request).getResponse();
    }
}
