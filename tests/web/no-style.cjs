/** A style sheet says nothing to a test that reads the text of a page. */
module.exports = { process: () => ({ code: '' }) };
