import { entries, nameOf, timeOf } from '../../../cec/catalogue/answer';
import { pick, text } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { bots } from '../../../cec/families/bots';
import { paged, source, SOURCES, tenant } from './shared';

const SCENARIOS = { Default: 'Main Flow', subFlow: 'Subflow', SYS_ERROR_DEFAULT: 'Error Flow' };
const WORK_MODES = { 0: 'Bot Alone', 1: 'Watched by a Silent Agent', 2: 'Answered by a Silent Agent' };

export const flow = resource('flow', 'Flow', bots, {
	getMany: operation('10.4', {
		name: 'Get Many',
		action: 'Get many flows',
		description: 'Get the flows that bots or IVRs follow',
		request: 'POST /oifde/rest/api/queryflows',
		risk: 'read',
		body: {
			...tenant,
			source,
			flowId: pick('flowIds', 'Flow'),
			flowName: text('Name'),
			flowCode: pick('flows', 'Code', 'By which bindings know the flow'),
		},
		page: paged({ total: 'total' }),
		answer: entries('flowList', {
			adds: {
				scenario: nameOf('scenarioType', SCENARIOS),
				sourceName: nameOf('source', SOURCES),
				workModeName: nameOf('workMode', WORK_MODES),
				createdAt: timeOf('createDate', 'epochMillis'),
				changedAt: timeOf('statusDate', 'epochMillis'),
			},
		}),
		errata: [{ printed: 'flowId int in the answer', sent: 'read as text', why: 'It has 18 digits, more than numbers hold, and is a text in the sample.' }],
	}),
});
