/** What users set at every trigger that polls. New objects at each call: n8n changes what it gets. */
import type { INodeProperties } from 'n8n-workflow';

export const simplifyProperty = (): INodeProperties => ({
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
});

export const timeZoneOption = (withWrongOne: string): INodeProperties => ({
	displayName: 'Time Zone',
	name: 'timeZone',
	type: 'string',
	default: '',
	placeholder: 'e.g. Asia/Shanghai',
	description: `IANA name of the zone in which CEC reads and writes times. The time zone of the workflow when left empty. With a wrong one ${withWrongOne}.`,
});
