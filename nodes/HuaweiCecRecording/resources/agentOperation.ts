import { file, object, readAs } from '../../../cec/catalogue/answer';
import { operation, resource } from '../../../cec/catalogue/operation';
import { ccfs } from '../../../cec/families/ccfs';
import { asRows, CCFS, FIND_OUT, indexFile, indexName, message, misreadId, namedAs, ofSpan, oldResponse, span, whose } from './shared';
import { operationTables } from './tables';

/** What agents did: signing in, resting, talking, transferring. */
export const agentOperation = resource('agentOperation', 'Agent Operation', ccfs, {
	generate: operation('13.2.1.6', {
		name: 'Generate',
		action: 'Generate a file of agent operations',
		description: 'Have CEC write what agents did into a file, which can be downloaded once CEC has called back',
		request: `POST ${CCFS}/queryAgentOprInfoData`,
		risk: 'write',
		body: message({ ...span, ...whose }),
		window: ofSpan,
		answer: object('resultData', { adds: { agentOprInfoFileName: readAs('responseId', indexName) } }),
		findOut: FIND_OUT,
		errata: [
			misreadId,
			oldResponse,
			{ printed: 'fileName of the callback in table 13-81, agentOprInfoFileName in its sample', sent: 'both are read', why: 'They contradict each other.' },
		],
	}),

	download: operation('13.2.1.7', {
		name: 'Download',
		action: 'Download a file of agent operations',
		description: 'Fetch a generated file: a ZIP with CSV files, each row an operation of an agent',
		request: `POST ${CCFS}/downloadAgentOprInfoFile`,
		risk: 'read',
		body: { ...message({ agentOprInfoFileName: indexFile('"agentOprInfoFileName" of the callback or of the operation "Generate"').required() }), asRows },
		answer: file({ fileName: namedAs('agentOprInfoFileName'), with: ['msgBody.agentOprInfoFileName'], tables: operationTables }),
		errata: [oldResponse],
	}),
});
