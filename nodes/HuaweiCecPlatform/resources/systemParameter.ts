import { object } from '../../../cec/catalogue/answer';
import { operation, resource } from '../../../cec/catalogue/operation';
import { softwareCloud } from '../../../cec/families/softwareCloud';
import { FOR_SOFTWARE_CLOUD, SOFTWARE_CLOUD } from './shared';

export const systemParameter = resource('softwareCloudParameter', 'Software Cloud Parameter', softwareCloud, {
	get: operation('15.1.5', {
		name: 'Get',
		action: 'Get the parameters of the software cloud',
		description: 'Get how CEC is set up for the software cloud: its address, client ID and privacy statement',
		request: `GET ${SOFTWARE_CLOUD}/system/querysoftwaresysparams`,
		risk: 'read',
		notice: FOR_SOFTWARE_CLOUD,
		answer: object(),
		errata: [
			{
				printed: 'X-Auth-Token as the token of the website; elsewhere in the chapter as that of a user',
				sent: 'the token of the credential',
				why: 'Make a second credential where CEC wants another one here.',
			},
		],
	}),
});
