import { entries, first, nameOf, readAs } from '../../../cec/catalogue/answer';
import { day, pick } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { byOffset } from '../../../cec/catalogue/paging';
import { cms } from '../../../cec/families/cms';
import { V1, whose } from '../../HuaweiCecMonitoring/shared';
import { misread } from './shared';

const TYPE = { 1: 'Intelligent', 2: 'Predictive', 3: 'Automatic', 4: 'Manual', 5: 'Preview' };
const STATUS = { 2: 'Running', 3: 'Paused', 4: 'Completed' };

const NEEDS_CAMPAIGNS = 'Only where the service for outbound campaigns is installed.';

const campaignId = pick('campaigns', 'Campaign').named('campaignId').required();

/** `"50.5%"` as 50.5. */
const percent = (from: string) =>
	readAs(from, (written) => {
		const number = /^\s*(-?[\d.]+)\s*%?\s*$/.exec(String(written))?.[1];
		return number === undefined ? undefined : Number(number);
	});

export const campaign = resource('campaign', 'Campaign', cms, {
	getMany: operation('12.3.5.1', {
		name: 'Get Many',
		action: 'Get many outbound campaigns',
		description: 'Get the outbound campaigns of the VDN with dialing mode, days and status',
		request: `POST ${V1}/fromisales/querytasks`,
		risk: 'read',
		body: whose,
		page: byOffset({ max: 100, total: 'resultDesc.count' }),
		answer: entries('resultDesc.tasks', { adds: { taskTypeName: nameOf('taskType', TYPE), statusName: nameOf('status', STATUS) } }),
		notice: NEEDS_CAMPAIGNS,
		errata: [misread, { printed: 'status 1 in the sample, which the table does not know', sent: 'passed on without a name', why: 'Nothing tells what it means.' }],
	}),

	getDailyStatistics: operation('12.3.5.2', {
		name: 'Get Daily Statistics',
		action: 'Get the daily statistics of an outbound campaign',
		description: 'Count calls and answered calls of each day',
		request: `POST ${V1}/fromisales/dailystatistic`,
		risk: 'read',
		body: {
			...whose,
			taskId: campaignId,
			beginDayTime: day('From', 'First day, in the time zone of the VDN').named('from').required(),
			endDayTime: day('To', 'Last day').named('to').required(),
		},
		answer: entries('resultDesc', { adds: { answeredPercent: percent('succRate') } }),
		notice: NEEDS_CAMPAIGNS,
		errata: [misread],
	}),

	getStatistics: operation('12.3.5.3', {
		name: 'Get Statistics',
		action: 'Get the statistics of an outbound campaign',
		description: 'Count the calls of a campaign so far: answered, failed, completed, going on and waiting',
		request: `POST ${V1}/fromisales/realstatistic`,
		risk: 'read',
		body: { ...whose, taskId: campaignId },
		answer: first('resultDesc', { adds: { answeredPercent: percent('succRate'), completedPercent: percent('compRate') } }),
		notice: NEEDS_CAMPAIGNS,
		errata: [
			misread,
			{ printed: 'taskId as int in the table', sent: 'a text', why: 'So the sample, and 12.3.5.2; an ID may have thirty digits.' },
			{ printed: 'resultDesc as array in the table', sent: 'a list or an object is read', why: 'The sample has an object.' },
			{ printed: 'vdn and ccId as texts in the sample', sent: 'numbers', why: 'So the table, and everywhere else.' },
		],
	}),
});
