import type { Interface } from '../../interface';
import { CCSQM, quality, type QualityInterface } from '../serve';

/** 12.2.5. */

const BASE = `${CCSQM}/semantickeywordtraining`;
const code = '0404000';

const interfaces: QualityInterface[] = [
	{
		section: '12.2.5.1',
		path: `${BASE}/queryTraining`,
		code,
		handle: ({ world: { qualityRules } }) => ({ out_of_date: qualityRules.isOutOfDate }),
	},
	{
		section: '12.2.5.2',
		path: `${BASE}/trainTags`,
		code,
		handle({ world: { qualityRules } }) {
			qualityRules.train();
		},
	},
];

export const training: Interface[] = interfaces.map(quality);
