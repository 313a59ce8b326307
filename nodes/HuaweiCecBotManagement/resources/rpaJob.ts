import { entries, first, nameOf, timeOf, type DerivedFields } from '../../../cec/catalogue/answer';
import { choice, pick, section, text } from '../../../cec/catalogue/field';
import { operation, resource, type Erratum } from '../../../cec/catalogue/operation';
import { byPage } from '../../../cec/catalogue/paging';
import { bots } from '../../../cec/families/bots';
import { tenant } from './shared';

const STATUS = { init: 'Not Started', running: 'Running', success: 'Succeeded', suspend: 'Suspended' };
const MODES = { once: 'Once', queueTrigger: 'With Each Queue Item', repeat: 'Repeatedly' };

const inWords: DerivedFields = {
	statusName: nameOf('status', STATUS),
	modeName: nameOf('mode', MODES),
	createdAt: timeOf('createTime'),
	startedAt: timeOf('startTime'),
};

/** Pages of the interfaces of robots. */
export const pagedForRobots = byPage({ first: 1, position: 'pageNo', max: 50, sizes: [5, 10, 20, 50], total: 'total' });

/** Tables have single things as lists, samples have them as they are. */
export const listOfOne = (key: string): Erratum => ({
	printed: `${key} a list in the table, an object in the sample`,
	sent: 'both are read',
	why: 'They contradict each other.',
});

/** What robots (robotic process automation) have to do. */
export const rpaJob = resource('rpaJob', 'RPA Job', bots, {
	getMany: operation('10.20.1', {
		name: 'Get Many',
		action: 'Get many RPA jobs',
		description: 'Get the jobs of robots',
		request: 'POST /oifde/rest/api/rpa/queryJob',
		risk: 'read',
		body: { ...tenant, conditions: section({ jobName: text('Name', 'Part of the name'), status: choice('Status', STATUS) }) },
		page: pagedForRobots,
		answer: entries('jobs', { adds: inWords }),
		errata: [{ printed: 'status Integer in the conditions', sent: 'a word such as running', why: 'The table itself lists words.' }],
	}),

	get: operation('10.20.2', {
		name: 'Get',
		action: 'Get an RPA job',
		description: 'Get a job with its script, its robot and the queue it works off',
		request: 'POST /oifde/rest/api/rpa/queryJobDetails',
		risk: 'read',
		body: {
			...tenant,
			uid: pick('rpaJobs', 'RPA Job').named('jobUid').shown(),
			jobName: text('Name', 'The exact name, where no job is picked').shown(),
		},
		check: ({ uid, jobName }) => (isGiven(uid) || isGiven(jobName) ? undefined : 'Pick an "RPA Job" or give its "Name"'),
		answer: first('jobDetail', { adds: inWords }),
		errata: [listOfOne('jobDetail')],
	}),
});

/** Whether something was typed or picked. */
export function isGiven(value: unknown): boolean {
	const plain = typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
	return plain !== undefined && plain !== null && plain !== '';
}
