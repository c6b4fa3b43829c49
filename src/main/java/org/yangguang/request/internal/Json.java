package org.yangguang.request.internal;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.yangguang.request.Action;
import org.yangguang.request.Step;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Steps and texts as they are kept. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final Map<Action, Class<?>> STEPS = Arrays.stream(Step.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(Json::action, type -> type));

    private Json() {}

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JacksonException e) {
            throw new IllegalStateException("what is kept as " + type.getSimpleName() + " cannot be read", e);
        }
    }

    public static Step step(Action action, String facts) {
        Class<?> type = STEPS.get(action);
        if (type == null) {
            throw new IllegalStateException("there is no step for " + action);
        }
        return (Step) read(facts, type);
    }

    /** {@code Step.AskCorrection} is what {@code ASK_CORRECTION} does. */
    private static Action action(Class<?> type) {
        return Action.valueOf(
                type.getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1").toUpperCase(java.util.Locale.ROOT));
    }
}
