import { z } from 'zod';
import { refuse } from '../cms/codes';
import { callCentre, whose } from '../cms/fields';
import { type CmsInterface, found, foundNew, onPage } from '../cms/serve';
import { int } from '../schema/fields';
import type { World } from '../world';

/** 12.3.3. One pair of keys serves for all of it here, though 12.3.3.1 wants that of the operator and 12.3.3.6 one of a tenant. */

const MOST_AGENTS = 100;
/** The number of the group that all skill queues for calls make, and their weights. */
const GROUP = 2;
const WEIGHTS = { skillPower: 1, agentPower: 1 };

const pathOf = '/v1/openapi/configures/agents/{ccId}/{vdn}';

const agentView = (world: World) => (agent: ReturnType<World['centre']['agentByWorkNo']> & object) => ({
	agentNo: String(agent.workNo),
	agentName: world.groups.nameOf(agent),
	roleId: String(agent.ccRoleId),
	skillId: agent.skills.map(({ skillId }) => skillId).join(';'),
});

const agentsOf = (world: World) => [...world.centre.agents.values()].sort((one, other) => one.workNo - other.workNo);

const accessCodes = (world: World) => world.tenant.accessCodes.map(({ accessCode }, at) => ({ accessCode, isDefault: at === 0 }));

const tenantView = (world: World) => ({
	ccId: world.tenant.ccId,
	tenantId: world.tenant.tenantId,
	tenantSpaceName: world.tenant.tenantName,
	vdnId: world.tenant.vdnId,
	accessCodes: accessCodes(world),
});

export const configuration: CmsInterface[] = [
	{
		section: '12.3.3.1',
		path: '/v1/openapi/configures/vdns',
		wrapper: 'queryParam',
		fields: z.object(callCentre),
		handle: (world) => found([{ vdn: world.tenant.vdnId, vdnName: world.tenant.tenantName }]),
	},
	{
		section: '12.3.3.2',
		method: 'GET',
		path: pathOf,
		fields: z.object(whose),
		handle: (world) => found(agentsOf(world).map(agentView(world))),
	},
	{
		section: '12.3.3.2',
		method: 'GET',
		path: `${pathOf}/{offset}/{limit}`,
		fields: z.object({ ...whose, offset: int(0), limit: int(1, MOST_AGENTS) }),
		handle(world, given) {
			const all = agentsOf(world);
			return found(onPage(all, given).map(agentView(world)), { count: all.length });
		},
	},
	{
		section: '12.3.3.3',
		method: 'GET',
		path: '/v1/openapi/configures/calledconfigs/{ccId}/{vdn}',
		fields: z.object(whose),
		handle: (world, { ccId, vdn }) =>
			found(
				[...world.centre.routes.values()].map((route) => ({
					ccId,
					vdnId: vdn,
					accessCode: route.accessCode,
					subCode: route.extCode,
					deviceType: String(route.devicetype),
					deviceName: deviceName(world, route.devicetype, route.deviceId),
					deviceNo: String(route.deviceId),
					dnid: String(route.dnid),
				})),
			),
	},
	{
		section: '12.3.3.4',
		path: '/v1/openapi/tenant/querytenantdetail',
		fields: z.object({ tenantId: z.string().min(1), ccId: callCentre.ccId.optional() }),
		handle(world, { tenantId }) {
			if (tenantId !== world.tenant.tenantId) refuse('tenantId does not exist');
			const agents = agentsOf(world).map(({ workNo, sipAccount, userAccount, agentType }) => ({
				workNo,
				sipAccount,
				accountCode: userAccount,
				agentType,
			}));
			return foundNew({ ...tenantView(world), agents });
		},
	},
	{
		section: '12.3.3.5',
		method: 'GET',
		path: '/v1/openapi/skillgroups/{ccId}/{vdnid}',
		fields: z.object({ ...callCentre, vdnid: whose.vdn }),
		handle(world, { vdnid }) {
			if (vdnid !== world.tenant.vdnId) refuse('vdnid does not exist');
			const skills = [...world.centre.queues.values()].filter(({ mediaTypeId }) => mediaTypeId === 5);
			return foundNew([{ id: GROUP, skills: skills.map(({ skillId }) => ({ skillId, ...WEIGHTS })), groupName: 'Calls' }]);
		},
	},
	{
		section: '12.3.3.6',
		path: '/v1/openapi/tenant/querytenants',
		fields: z.object({ ccId: callCentre.ccId.optional() }),
		handle: (world) => foundNew([tenantView(world)]),
	},
];

function deviceName(world: World, type: number, id: number): string {
	if (type === 3) return world.tenant.ivrFlows.find((flow) => flow.id === id)?.description ?? '';
	return world.centre.queues.get(id)?.name ?? '';
}
