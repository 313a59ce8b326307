/**
 * Something the user can mend before anything is sent: a missing or malformed value, a missing confirmation;
 * or, with `about`, what is known of something that was begun but whose end could not be seen.
 * `message` says what is wrong, `advice` what to do.
 */
export class InputProblem extends Error {
	constructor(
		message: string,
		readonly advice?: string,
		readonly about: object = {},
	) {
		super(message);
		this.name = 'InputProblem';
	}
}
