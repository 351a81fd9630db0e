package dev.accounts.spring;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** Strict JSON with Jackson 3. */
final class Jackson3Json {

    private Jackson3Json() {}

    static AccountJson strict() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return new AccountJson(text -> mapper.readValue(text, Object.class), mapper::writeValueAsString);
    }
}
