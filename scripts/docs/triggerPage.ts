/** The page of the Campaign Result Trigger. */
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { INTERFACE, inWords, RECEIVED } from '../../nodes/HuaweiCecCampaignResultTrigger/callback';
import { nodeClasses } from '../catalogue/published';
import { code, page, plain, sentence, table } from './markdown';

const FOLDER = 'HuaweiCecCampaignResultTrigger';

/** The keys of a call result as CEC posts it. */
const RECEIVED_KEYS = [
	['campaignId', 'text', 'The campaign'],
	['sessionId', 'text', 'Contact ID that was given when the number was added'],
	['called', 'text', 'The number that was called'],
	['callTimeStr', 'text', 'When it was called, in the zone of CEC'],
	['callStatus', 'number', '5 failed, 6 answered'],
	['failCode', 'text', 'Why it failed'],
	['vdnId', 'number', 'The VDN'],
	['callId', 'text', 'The call; results and recordings can be asked for by it'],
	['customField', 'text', 'Batch ID that was given when the number was added'],
	['recordPath', 'text', 'Where the recording lies, on some installations only'],
];

const ADDED_KEYS: Record<string, string> = {
	answered: '`true` when somebody answered',
	outcome: '`callStatus` in words',
	reason: '`failCode` in words',
	callTime: '`callTimeStr` as ISO 8601 with offset, read in the time zone of the option or of the workflow',
};

export function triggerPages(): Record<string, string> {
	return { [`${FOLDER}.md`]: triggerPage() };
}

function triggerPage(): string {
	const { displayName, name, description, properties, webhooks = [] } = new nodeClasses[FOLDER]().description;
	const added = Object.keys(inWords({}, 'UTC')).map((key) => [code(key), ADDED_KEYS[key]]);
	return page(
		`# ${displayName}`,
		sentence(description),
		table(['Node type', 'Credentials', 'Interface'], [[code(`n8n-nodes-huawei-cec.${name}`), 'none', INTERFACE]]),
		'How to give CEC the address of the trigger is told in the [README](../../README.md#the-trigger).',
		'## Parameters',
		table(
			['Field', 'Parameter', 'Type', 'Meaning', 'Shown while'],
			properties.flatMap((property) => rowsOf(property, properties)),
		),
		'## What it receives',
		`CEC sends ${String(webhooks[0].httpMethod)} with a JSON list of calls, one or many. Each becomes an item:`,
		table(
			['Key', 'Type', 'Meaning'],
			RECEIVED_KEYS.map(([key, type, meaning]) => [code(key), type, meaning]),
		),
		'The node adds, and keeps the raw values:',
		table(['Key', 'Meaning'], added),
		'## What it answers',
		table(
			['When', 'Answer'],
			[
				[
					'The list was taken, whatever the workflow makes of it',
					`HTTP 200, ${code(JSON.stringify(RECEIVED))}`,
				],
				['The caller is not on **Allowed Addresses**, or the settings of the node are not valid', 'HTTP 403'],
				['The body is no list of call results', 'HTTP 400'],
				['The secret is not that of the node', 'HTTP 404, from n8n: there is no such address'],
			],
		),
		'CEC takes anything but HTTP 200 for a failure. It pushes again at once, then every ten minutes, six times at most. A call ' +
			'that comes again is answered and dropped: the node remembers calls for three hours, also when n8n starts anew. ' +
			'In a test run (**Listen for test event**) it remembers nothing of earlier ones.',
	);
}

function rowsOf(property: INodeProperties, siblings: INodeProperties[], label = '', path = ''): string[][] {
	const { displayName, name, type, description, options = [], displayOptions } = property;
	if (type === 'notice') return [];
	if (type === 'collection') {
		const inner = options as INodeProperties[];
		return inner.flatMap((each) => rowsOf(each, inner, `${displayName} › `, `${name}.`));
	}
	const choices = type === 'options' ? (options as INodePropertyOptions[]) : [];
	const meaning = [
		description && sentence(plain(description)),
		...choices.map(
			(choice) =>
				`${code(String(choice.value))} ${choice.name}${choice.description ? `: ${sentence(choice.description)}` : '.'}`,
		),
	];
	const shown = Object.entries(displayOptions?.show ?? {}).map(([key, values = []]) => {
		const other = siblings.find((sibling) => sibling.name === key);
		return `${other?.displayName ?? key} is ${values.map(String).map(code).join(' or ')}`;
	});
	const kind =
		{ options: 'choice', string: property.typeOptions?.password ? 'password' : 'text' }[type as string] ?? type;
	return [
		[
			`${label}${displayName}`,
			code(`${path}${name}`),
			kind,
			meaning.filter(Boolean).join(' '),
			shown.join(', and '),
		],
	];
}
