/** Percent-encodes every UTF-8 byte but RFC 3986's unreserved characters, in upper-case hex. */
export function percentEncode(text: string): string {
	return encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** As Java's `URLEncoder` does it for UTF-8: a space is a plus, an asterisk stays. */
export function javaUrlEncode(text: string): string {
	return percentEncode(text).replaceAll('~', '%7E').replaceAll('%2A', '*').replaceAll('%20', '+');
}

/** Pairs as a form posts them. */
export function formText(pairs: Record<string, string>): string {
	return queryText(Object.entries(pairs)).slice(1);
}

/** A query as it stands in a URL, with its question mark; an empty text when there are no pairs. */
export function queryText(pairs: Array<[key: string, value: unknown]>): string {
	const encoded = pairs.map(([key, value]) => `${percentEncode(key)}=${percentEncode(String(value))}`);
	return encoded.length > 0 ? `?${encoded.join('&')}` : '';
}
