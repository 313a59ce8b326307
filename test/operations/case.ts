/** What the test of every operation needs to know of one. */
import type { IDataObject } from 'n8n-workflow';

import type { Bench } from '../support/bench';

export type Parameters = Record<string, unknown>;
export type Prepare = (bench: Bench) => Parameters | Promise<Parameters>;

export interface Case {
	/** What must be given; returns the parameters after making what they name. */
	run: Prepare;
	/** More runs, so that every field is sent at least once. */
	more?: Record<string, Prepare>;
	/** Values that CEC refuses, and how that is told. */
	refused?: { run: Prepare; message: RegExp };
	/** The parameter that is emptied to spoil an item; the first that must be given, unless told otherwise. */
	spoil?: string;
	/** What is true of the first item. */
	gives?: IDataObject;
	/** Of a download: how the file begins, byte by byte, and its type. */
	file?: { begins: RegExp; type: string };
}

/** An address that CEC may post to. */
export const HOOK = 'https://n8n.example.com/webhook/results';
