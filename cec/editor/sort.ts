/**
 * Sorts by what the user reads, capitals or not. Our texts are plain English, so comparing characters is enough;
 * `localeCompare` would load the collation tables of all languages when the first node is loaded.
 */
export function sortedBy<T>(entries: T[], textOf: (entry: T) => string): T[] {
	return [...entries].sort((one, other) => {
		const [a, b] = [textOf(one).toLowerCase(), textOf(other).toLowerCase()];
		return a < b ? -1 : Number(a > b);
	});
}
