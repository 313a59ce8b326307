/** The page that leads to the others, and tells what holds for every operation. */
import type { Risk } from '../../cec/catalogue/operation';
import { actionNodes, callbacks, polled } from '../catalogue/nodes';
import { nodeClasses } from '../catalogue/published';
import { RISKS } from './facts';
import { code, page, sentence, table } from './markdown';

export function indexPage(): string {
	return page(
		'# Reference',
		'These pages are written by `npm run docs` from the catalogue from which the nodes themselves are made.',
		table(
			['Node', 'What it does', 'Resources', 'Operations'],
			[...actionNodes.map(rowOfNode), ...[...new Set([...callbacks, ...polled].map(({ node }) => node))].map(rowOfTrigger)],
		),
		[
			'- [Which interfaces are offered](coverage.md)',
			'- [Where the reference errs](errata.md)',
			'- [Callbacks: how CEC reaches the triggers](../callbacks.md)',
		].join('\n'),
		'## How to read the tables',
		[
			'- **Parameter** is the path by which an expression, an AI agent or an imported workflow sets the field. ' +
				'`values[]` is the list inside rows, `values` the object inside a group.',
			'- **Sent as** is the key in the request of CEC and the part of the request it stands in. `[]` follows lists.',
			'- **Required** fields stand at the top of the node; one with a condition is required only while it is shown. ' +
				'All others are added from **Filters**, **Additional Fields** or **Update Fields**.',
			'- A field "from a list, or an ID" is a resource locator: its list is fetched from CEC and can be searched.',
			'- Sections such as 7.1.2 are those of the reference of CEC 2.6.',
		].join('\n'),
		'## What all operations share',
		table(
			['Field', 'Parameter', 'Where', 'Meaning'],
			[
				[
					'Simplify',
					code('simplify'),
					'all',
					'On: the payload, with names and times added. Off: the answer of CEC as it came; downloads bring the file too.',
				],
				[
					'Return All, Limit',
					`${code('returnAll')}, ${code('limit')}`,
					'lists',
					'The whole list, or at most so many entries for each item (50).',
				],
				[
					'Put Output File in Field',
					code('outputBinaryField'),
					'downloads',
					'Name of the binary field of the item that takes the file (`data`).',
				],
				[
					'Wait at Most',
					code('waitMinutes'),
					'what waits for an end',
					'Minutes after which the node stops waiting. What was begun goes on in CEC.',
				],
				['Confirm', code('confirm'), 'what cannot be undone', 'Without it the node refuses to run.'],
				[
					'Options › Items at Once',
					code('options.itemsAtOnce'),
					'all',
					'How many items are read at the same time, 1 to 8 (8).',
				],
				[
					'Options › Requests per Second',
					code('options.requestsPerSecond'),
					'all',
					'A ceiling of your own, 0 for none (0).',
				],
				[
					'Options › Time Zone',
					code('options.timeZone'),
					'all',
					'Zone in which CEC reads and writes times. That of the workflow when left empty.',
				],
				['Options › Timeout', code('options.timeout'), 'all', 'Seconds to wait for an answer (60).'],
				[
					'Options › Include Passwords',
					code('options.includeSecrets'),
					'where answers hold passwords',
					'Shows them instead of asterisks.',
				],
				[
					'Options › Allow Plain HTTP Callback',
					code('options.allowHttpCallback'),
					'where a callback URL is given',
					'Takes `http://` too.',
				],
			],
		),
		'## Risks',
		table(
			['Risk', 'What the node does'],
			Object.entries(RISKS).map(([risk, words]) => [code(risk as Risk), words]),
		),
	);
}

function rowOfNode({ folder, title, resources }: (typeof actionNodes)[number]): string[] {
	const { description } = new nodeClasses[folder]().description;
	const operations = resources.reduce((sum, resource) => sum + Object.keys(resource.operations).length, 0);
	return [`[${title}](${folder}.md)`, sentence(description), String(resources.length), String(operations)];
}

function rowOfTrigger(node: string): string[] {
	const [folder, Trigger] = Object.entries(nodeClasses).find(([, Node]) => new Node().description.name === node)!;
	const { displayName, description } = new Trigger().description;
	return [`[${displayName}](${folder}.md)`, sentence(description), '–', '–'];
}
