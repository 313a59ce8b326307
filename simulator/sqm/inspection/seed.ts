import type { QualityCall, Segment } from './calls';
import { INSPECTED, TEXT, VOICE } from './calls';

/** Calls that have been inspected, and recordings that can be. All of it is invented. */

const [AGENT_ONE, AGENT_TWO] = [
	{ staffId: '1652268429538866101', staffName: 'agent.one' },
	{ staffId: '1652268429538866102', staffName: 'agent.two' },
];

const said = (...lines: Array<[Segment['speaker'], string]>): Segment[] =>
	lines.map(([speaker, text], index) => ({ speaker, text, start: index * 4, end: index * 4 + 3.5 }));

export const friendly = said(
	['staff', 'Good morning, Example Ltd, how can I help?'],
	['customer', 'I would like to know the price.'],
	['staff', 'It costs ten pounds a month.'],
	['customer', 'Thank you, goodbye.'],
);

const rude = said(
	['staff', 'Yes?'],
	['customer', 'My line is dead.'],
	['staff', 'That is nonsense.'],
	['customer', 'Goodbye.'],
);

type Seed = Pick<
	QualityCall,
	'uuid' | 'fileName' | 'type' | 'staffId' | 'staffName' | 'duration' | 'segments' | 'leftSilence' | 'speed'
> & { hoursAgo: number; groupId?: string };

export const calls: Seed[] = [
	{
		...AGENT_ONE,
		uuid: '3b9cd7a9-d38c-4aa0-a35d-77f6abb9f497',
		fileName: '0951044.V3',
		type: VOICE,
		duration: 104.12,
		segments: rude,
		leftSilence: 84.86,
		speed: 230.53,
		hoursAgo: 5,
	},
	{
		...AGENT_TWO,
		uuid: '2ef38e9b-36dd-4c1f-97cb-a665a2d9de3a',
		fileName: '1012007.V3',
		type: VOICE,
		duration: 347.16,
		segments: friendly,
		leftSilence: 12.5,
		speed: 318.84,
		hoursAgo: 4,
	},
	{
		...AGENT_ONE,
		uuid: '4aca6bb8-13e6-4fd8-ac5b-0402fbb5bef4',
		fileName: 'chat-4711',
		type: TEXT,
		duration: 260.03,
		segments: friendly,
		leftSilence: 0,
		speed: 0,
		hoursAgo: 3,
	},
];

export const seeded = ({ hoursAgo, groupId, ...call }: Seed, now: number): QualityCall => {
	const calledAt = now - hoursAgo * 3_600_000;
	return {
		...call,
		groupId: groupId ?? call.uuid,
		calledAt,
		uploadedAt: calledAt + 600_000,
		course: [{ from: calledAt + 900_000, state: INSPECTED }],
		reviews: 0,
		scenarios: [],
		sensitive: [],
	};
};

/** Files that contact records name; others are not there. */
export const recordings = ['Y:\\27\\0\\20260301\\101\\0951044.V3', 'Y:\\27\\0\\20260301\\102\\1012007.V3'];
