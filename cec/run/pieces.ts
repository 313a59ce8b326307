/** Sends any number of entries through an interface that takes only so many at once. */

export type PieceResult<Answer> = { answer: Answer } | { error: unknown };

export interface Pieces<Entry, Answer> {
	size: number;
	send: (entries: Entry[]) => Promise<Answer>;
	/** The whole piece was refused for the sake of one entry, and nothing of it was done. */
	isOneEntrysFault: (error: unknown) => boolean;
	/** The next piece would fail in the same way: wrong key, server gone. */
	isHopeless: (error: unknown) => boolean;
}

/**
 * Sends the entries in pieces and returns one result for each, in their order. A piece refused because of one
 * entry is halved until that entry stands alone, so that the others get through. Nothing is sent twice: a
 * piece is only halved when CEC has refused it as a whole.
 */
export async function sendInPieces<Entry, Answer>(
	entries: Entry[],
	{ size, send, isOneEntrysFault, isHopeless }: Pieces<Entry, Answer>,
): Promise<Array<PieceResult<Answer>>> {
	const results: Array<PieceResult<Answer>> = [];
	let hopeless: unknown;
	for (let start = 0; start < entries.length; start += size) await sendPiece(entries.slice(start, start + size));
	return results;

	async function sendPiece(piece: Entry[]): Promise<void> {
		const result = hopeless === undefined ? await attempt(piece) : { error: hopeless };
		if ('error' in result && piece.length > 1 && isOneEntrysFault(result.error)) {
			const middle = Math.ceil(piece.length / 2);
			await sendPiece(piece.slice(0, middle));
			await sendPiece(piece.slice(middle));
			return;
		}
		if ('error' in result && isHopeless(result.error)) hopeless = result.error;
		results.push(...piece.map(() => result));
	}

	async function attempt(piece: Entry[]): Promise<PieceResult<Answer>> {
		return await send(piece).then(
			(answer) => ({ answer }),
			(error: unknown) => ({ error }),
		);
	}
}
