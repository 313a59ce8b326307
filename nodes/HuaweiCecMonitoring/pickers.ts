/** The lists from which the Monitoring node lets ids be picked. */
import { label, type Picker, type Pickers } from '../../cec/catalogue/picker';
import { allVdns, vdns } from '../HuaweiCecStatistics/sharedPickers';
import { platform } from './resources/platform';
import { accessCodes, agents, ivrFlows, skillQueues } from './sharedPickers';

/** An incoming office by its number, as in "0(customers)". */
const OFFICE = /^\s*(\d+)\s*(?:\((.*)\))?/;
const OFFICE_OF_ROW = 'incoming direction';

/** Incoming offices of all switches. */
const offices: Picker = {
	title: 'incoming offices',
	ask: platform.operations.getSwitchPerformance,
	entry({ [OFFICE_OF_ROW]: office }) {
		const [, id, name] = OFFICE.exec(String(office)) ?? [];
		return id === undefined ? undefined : { id, name: label(name, id) };
	},
};

/** Switches by their addresses, which stand before the number of the switch. */
const switches: Picker = {
	title: 'switches',
	ask: platform.operations.getSwitchPerformance,
	entry({ switch: key }) {
		const [id] = String(key).split('#');
		return { id, name: id };
	},
};

export const pickers: Pickers = { accessCodes, agents, allVdns, ivrFlows, offices, skillQueues, switches, vdns };
