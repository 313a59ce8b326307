/**
 * Something the user can mend before anything is sent: a missing or malformed value, a missing confirmation.
 * `message` says what is wrong, `advice` what to do.
 */
export class InputProblem extends Error {
	constructor(
		message: string,
		readonly advice?: string,
	) {
		super(message);
		this.name = 'InputProblem';
	}
}
