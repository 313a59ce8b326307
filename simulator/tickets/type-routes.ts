import { z } from 'zod';
import { optionalBytes, page } from './fields';
import { find, type TicketInterface } from './serve';
import { typeView } from './views';

/** 17.2: kinds of cases, which are set up elsewhere. */
export const typeRoutes: TicketInterface[] = [
	{
		section: '17.2.1',
		method: 'POST',
		path: '/caseType/list',
		body: z
			.object({ typeName: optionalBytes(128), status: z.enum(['Active', 'Inactive']).optional(), ...page })
			.strict(),
		handle(world, { typeName = '', status, start, limit }) {
			const found = world.tickets.types.filter(
				(type) =>
					type.name.toLowerCase().includes(typeName.toLowerCase()) &&
					(!status || type.isActive === (status === 'Active')),
			);
			const caseTypes = found
				.slice(start, start + limit)
				.map((type) => ({ ...typeView(world, type), templateName: type.templateName }));
			return { caseTypes, count: found.length };
		},
	},
	{
		section: '17.2.2',
		method: 'GET',
		path: '/caseType/{id}',
		handle: (world, _body, { id }) => ({ caseTypeInfo: typeView(world, find.type(world, id)) }),
	},
];
