package dev.accounts.spring;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Strict JSON with Jackson 2. */
final class Jackson2Json {

    private Jackson2Json() {}

    static AccountJson strict() {
        ObjectMapper mapper = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        return new AccountJson(text -> mapper.readValue(text, Object.class), mapper::writeValueAsString);
    }
}
