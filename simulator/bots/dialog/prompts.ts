import type { Ask, Node } from './script';

/** What outaction 9 is made of, as a flow of text or of voice has it. */

export interface Prompt {
	type: '1' | '2' | '3' | '4' | '5' | '6' | '7';
	text: string;
	/** A file to play or to record to. */
	wav?: string;
	/** Voice flows alone. */
	model?: string;
}

const PLAY_ONLY = '1000000';
/** Keys interrupt; no recognition. A hash key ends more than one of them. */
const keysModel = (keys: number): string => `101${String(keys).padStart(2, '0')}${keys > 1 ? '01' : '00'}`;
const SPEECH = '1100000';
const BOTH = '1110100';

export const writtenPrompt = (text: string, as?: Ask['as']): Prompt => ({
	type: as === 'card' ? '7' : as === 'multimedia' ? '6' : '3',
	text,
});

export function spokenPrompt(node: Node, text: string, recordTo: string): Prompt {
	switch (node.do) {
		case 'say':
			if (node.video !== undefined) return { type: '5', text, wav: node.video, model: PLAY_ONLY };
			if (node.wav !== undefined) return { type: '1', text, wav: node.wav, model: PLAY_ONLY };
			return { type: '2', text, model: PLAY_ONLY };
		case 'record':
			return { type: '4', text, wav: recordTo, model: PLAY_ONLY };
		case 'ask':
			return { type: '2', text, model: modelOf(node) };
		default:
			throw new Error(`There is nothing to hear in ${node.do}`);
	}
}

function modelOf({ listen }: Ask): string {
	if (listen === 'speech') return SPEECH;
	return listen === 'both' || listen === undefined ? BOTH : keysModel(listen.keys);
}
