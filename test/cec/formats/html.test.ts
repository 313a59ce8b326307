import { htmlToText } from '../../../cec/formats/html';

test.each([
	['paragraphs', '<p>One</p><p>Two</p>', 'One\nTwo'],
	['breaks', 'One<br>Two<br/>Three', 'One\nTwo\nThree'],
	['white space', '<p>One\n   two&nbsp;&nbsp; three </p>', 'One two three'],
	['marks within a word', 'H<sub>2</sub>O is <b>bold</b>', 'H2O is bold'],
	['a list', '<ul><li>Red</li><li>Green</li></ul>after', '- Red\n- Green\nafter'],
	['a list with numbers, and one in it', '<ol><li>Plug</li><li>Wait:<ul><li>a bit</li></ul></li><li>Done</li></ol>', '1. Plug\n2. Wait:\n- a bit\n3. Done'],
	['a table', '<table><tr><th>Name</th><th>Price</th></tr><tr><td>S</td><td>9.90</td></tr></table>', 'Name\tPrice\nS\t9.90'],
	['a link', 'See <a href="https://example.com/a?b=1&amp;c=2">the page</a>.', 'See the page (https://example.com/a?b=1&c=2).'],
	['a link that is its own text', '<a href="https://example.com">https://example.com</a>', 'https://example.com'],
	['a link within the page', '<a href="#top">Up</a>', 'Up'],
	['a picture with words', 'Look: <img src="x.png" alt="a red light">', 'Look: a red light'],
	['what nobody sees', '<head><title>T</title></head>a<script>if (1 < 2) alert("x")</script><style>p > b {}</style><!-- <p>no</p> -->b', 'ab'],
	['what is never closed', 'a<!-- open', 'a'],
	['entities', '&Uuml;ber &uuml; &szlig; &euro; &ldquo;q&rdquo; &hellip; &mdash; &times; &lt;b&gt; &#20320;&#x597d; &AMP; &unknown;', 'Über ü ß € “q” … — × <b> 你好 & &unknown;'],
	['an entity of an entity', '&amp;lt;', '&lt;'],
	['lone angle brackets', 'a < b, 1 <2 and 3 > 2', 'a < b, 1 <2 and 3 > 2'],
	['the marks of a search, whose end tag is none', 'Tariff <font color = red>Mobile</font color = red> S', 'Tariff Mobile S'],
	['plain text', 'Nothing to do', 'Nothing to do'],
	['nothing', '', ''],
])('%s', (_what, html, text) => {
	expect(htmlToText(html)).toBe(text);
});

test.each(['<', '<p', '<script>', '<!--', '<a href="', '&#', '</'])('%s a hundred thousand times takes no time', (part) => {
	const begin = performance.now();
	htmlToText(part.repeat(100_000));
	expect(performance.now() - begin).toBeLessThan(2000);
});
