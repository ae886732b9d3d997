package nl.marge.house;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A source file for the compiler that is only a text in memory. */
final class SourceText extends SimpleJavaFileObject {

    private final String text;

    SourceText(String path, String text) {
        super(URI.create("string:///" + path), Kind.SOURCE);
        this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
