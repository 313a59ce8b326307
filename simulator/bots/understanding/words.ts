/** Words of a sentence: those between spaces, and each character of a script that has none. */
export function words(sentence: string): string[] {
	return sentence.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? [];
}

/** How much of the question is in the sentence, and the other way round, from 0 to 1. */
export function similarity(sentence: string, question: string): number {
	const [said, asked] = [new Set(words(sentence)), new Set(words(question))];
	if (said.size === 0 || asked.size === 0) return 0;
	const shared = [...asked].filter((word) => said.has(word)).length;
	return (2 * shared) / (said.size + asked.size);
}
