import { byId, type Bench } from '../../support/bench';
import type { Case } from '../case';
import { NO_VALUES } from '../sqm';
import { GONE, newInterruptionRule, newSentence, newSilenceRule, newSpeedRule, PERIOD } from './shared';

const interruption = { name: 'Interrupts', deduction: 4, overlap: 2, times: 3 };
const silence = { name: 'Is silent', deduction: 4, silence: 10, times: 3 };
const speed = { name: 'Rushes', deduction: 4, lowestSpeed: 80, highestSpeed: 200 };

const one = async (bench: Bench) => [await newSentence(bench)];
const silenceExceptions = async (bench: Bench) => ({
	agentSentenceIdsBefore: await one(bench),
	customerSentenceIdsBefore: await one(bench),
	agentSentenceIdsAfter: await one(bench),
});
const speedExceptions = async (bench: Bench) => ({ sentenceIdsWhenSlow: await one(bench), sentenceIdsWhenFast: await one(bench) });

const BEGINNING = expect.stringMatching(/^2026-03-01T/);

/** Rules of this kind are created, changed, found and deleted alike. */
function casesOf(
	kind: string,
	make: (bench: Bench) => Promise<string>,
	given: object,
	idKey: string,
	optional: (bench: Bench) => Promise<object>,
	detail: object,
	row: object,
): Record<string, Case> {
	const idName = `${kind}Id`;
	const existing = async (bench: Bench) => ({ [idName]: byId(await make(bench)) });
	return {
		[`${kind}/create`]: {
			run: () => ({ ...given }),
			more: { 'all fields': async (bench) => ({ ...given, additionalFields: await optional(bench) }) },
			gives: { [idKey]: expect.stringMatching(/^\d{18}$/) },
		},
		[`${kind}/delete`]: {
			run: existing,
			refused: { run: () => ({ [idName]: GONE }), message: NO_VALUES },
			gives: { deleted: true },
		},
		[`${kind}/get`]: {
			run: existing,
			refused: { run: () => ({ [idName]: GONE }), message: NO_VALUES },
			gives: { deduction: 4, callsFrom: BEGINNING, callsTo: BEGINNING, ...detail },
		},
		[`${kind}/getMany`]: {
			run: async (bench) => {
				await make(bench);
				return {};
			},
			more: {
				'all filters': async (bench) => {
					await make(bench);
					return { filters: { keyword: 't' } };
				},
			},
			gives: { [idKey]: expect.stringMatching(/^\d{18}$/), deduction: 4, ...row },
		},
		[`${kind}/update`]: {
			run: async (bench) => ({ ...(await existing(bench)), ...given }),
			more: { 'all fields': async (bench) => ({ ...(await existing(bench)), ...given, ...(await optional(bench)) }) },
			refused: { run: () => ({ [idName]: GONE, ...given }), message: NO_VALUES },
			gives: { success: true },
		},
	};
}

export const callRuleCases: Record<string, Case> = {
	...casesOf(
		'interruptionRule',
		newInterruptionRule,
		interruption,
		'interposal_id',
		async () => await Promise.resolve(PERIOD),
		{ name: 'Butts in', seconds: '3' },
		{ name: 'Butts in', times: '2' },
	),
	...casesOf(
		'silenceRule',
		newSilenceRule,
		silence,
		'silence_id',
		async (bench) => ({ ...PERIOD, ...(await silenceExceptions(bench)) }),
		{ exception: { before: { staff: [expect.objectContaining({ sentence_name: 'Please hold' })], customer: [] }, after: { staff: [] } } },
		{ name: 'Says nothing', seconds: '5' },
	),
	...casesOf(
		'speedRule',
		newSpeedRule,
		speed,
		'speed_id',
		async (bench) => ({ ...PERIOD, ...(await speedExceptions(bench)) }),
		{ setting: expect.objectContaining({ min: '80', max: '120' }) },
		{ name: 'Too fast', max: '120' },
	),
};
