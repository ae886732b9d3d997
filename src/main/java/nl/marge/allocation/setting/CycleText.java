package nl.marge.allocation.setting;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;

/** The versions of a cycle as the database keeps them: the records member by member as a JSON array. */
public final class CycleText {

    private static final TypeReference<List<AllocationCycle.Version>> VERSIONS = new TypeReference<>() {};
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new Jdk8Module())
            .registerModule(texts())
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);

    private CycleText() {}

    /** The versions as text. */
    public static String write(List<AllocationCycle.Version> versions) {
        try {
            return JSON.writerFor(VERSIONS).writeValueAsString(versions);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("plain records can always be written: " + versions, impossible);
        }
    }

    /** Reads {@link #write}. */
    static List<AllocationCycle.Version> read(String text) {
        try {
            return JSON.readValue(text, VERSIONS);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("no versions of a cycle: " + text, damaged);
        }
    }

    /** Periods and receivers are texts. */
    private static SimpleModule texts() {
        return new SimpleModule()
                .addSerializer(YearMonth.class, new TextWriter<>(YearMonth::toString))
                .addDeserializer(YearMonth.class, new TextReader<>(YearMonth::parse))
                .addSerializer(Receiver.class, new TextWriter<>(Receiver::text))
                .addDeserializer(Receiver.class, new TextReader<>(Receiver::ofText));
    }

    private static final class TextWriter<T> extends JsonSerializer<T> {
        private final Function<T, String> text;

        private TextWriter(Function<T, String> text) {
            this.text = text;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(text.apply(value));
        }
    }

    private static final class TextReader<T> extends JsonDeserializer<T> {
        private final Function<String, T> value;

        private TextReader(Function<String, T> value) {
            this.value = value;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return value.apply(json.getText());
        }
    }
}
