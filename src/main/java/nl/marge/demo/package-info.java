/**
 * Books for trying Marge out, loaded on wish: a small generated trading company ({@code DemoBooks}, from a fixed seed,
 * so everybody gets the same cents), and the worked example of the handbook ({@code OracleBooks}). They come in through
 * the front doors that clients use; nothing in the service knows them.
 */
package nl.marge.demo;
