import { entries, nameOf, timeOf } from '../../../cec/catalogue/answer';
import { dateTime } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { byOffset } from '../../../cec/catalogue/paging';
import { softwareCloud } from '../../../cec/families/softwareCloud';
import { FOR_SOFTWARE_CLOUD, SOFTWARE_CLOUD } from './shared';

const STATUS = { 2: 'In Force', 8: 'Ended', 9: 'Replaced' };

const milliseconds = (from: string) => timeOf(from, 'epochMillis');

export const order = resource('softwareCloudOrder', 'Software Cloud Order', softwareCloud, {
	getMany: operation('15.1.2', {
		name: 'Get Many',
		action: 'Get many orders of the software cloud',
		description: 'Get what the user of the token has ordered: products, amounts, periods and when they end',
		request: `POST ${SOFTWARE_CLOUD}/tenant/queryresources`,
		risk: 'read',
		notice: FOR_SOFTWARE_CLOUD,
		body: {
			startDate: dateTime('From', 'Ordered at or after this time').as('epochMillis').named('from'),
			endDate: dateTime('To', 'Ordered at or before this time').as('epochMillis').named('to'),
		},
		page: byOffset({ max: 99, total: 'count' }),
		answer: entries('result', {
			adds: {
				statusName: nameOf('status', STATUS),
				orderedAt: milliseconds('createTime'),
				changedAt: milliseconds('modifyTime'),
				expiresAt: milliseconds('expireTime'),
				expiresInCecAt: milliseconds('cecExpireTime'),
			},
		}),
		errata: [
			{ printed: 'queryresource in the sample', sent: 'queryresources', why: 'So the address of the interface.' },
			{ printed: 'limit and offset as numbers in the table, as texts in the sample', sent: 'numbers', why: 'The table gives the types.' },
			{ printed: 'times and count as texts in the table, as numbers in the sample', sent: 'nothing', why: 'Both are read.' },
			{ printed: 'procutName', sent: 'nothing', why: 'The key stays as CEC writes it.' },
		],
	}),
});
