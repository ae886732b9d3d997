package nl.marge.platform.csv;

/**
 * How a CSV answer is written.
 *
 * @param byteOrderMark whether it begins with one, by which some spreadsheets know UTF-8
 * @param decimalComma whether decimals are written with a comma
 * @param separator what stands between cells
 */
public record CsvStyle(boolean byteOrderMark, boolean decimalComma, char separator) {

    /** RFC 4180 as it stands. */
    public static final CsvStyle PLAIN = new CsvStyle(false, false, ',');
}
