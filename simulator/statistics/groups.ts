import { z } from 'zod';
import { codes, refuse } from '../cms/codes';
import { callCentre, pages, whose } from '../cms/fields';
import { type CmsInterface, onPage } from '../cms/serve';
import { int, oneOf } from '../schema/fields';
import type { World } from '../world';
import { AGENTS, type Group, INSPECTORS } from './group-state';

/** 12.3.4: groups of users, and who inspects whom. */

const BASE = '/v1/openapi/qcrelationconf';
const place = { ...whose, ccId: whose.ccId.optional() };
const workNo = int(0, 99999);
const id = z.string().min(1);
/** "int" in two tables, a text in their samples: thirty digits would not fit. */
const groupId = z.string().regex(/^\d+$/);

/** The pair that clients of 8.13 know is another one than elsewhere. */
const told = (payload: unknown): object => ({ returnCode: '0', resultCode: codes.ok, description: payload, resultDesc: payload });
const inGroups = (message: string): never => refuse(message, codes.qualityGroups);

const groupOf = (world: World, wanted: string, type?: number): Group => {
	const group = world.groups.all.get(wanted);
	if (!group || (type !== undefined && group.type !== type)) return inGroups(`The group ${wanted} does not exist.`);
	return group;
};

function known(world: World, workNos: number[]): number[] {
	const unknown = workNos.find((one) => !world.centre.agentByWorkNo(one));
	if (unknown !== undefined) inGroups(`The agent ${unknown} does not exist.`);
	return workNos;
}

function freeName(world: World, name: string, of?: Group): void {
	const other = world.groups.named(name);
	if (other && other !== of) inGroups('The name of the group exists.');
}

const relation = z.object({ ...place, qcGroupId: groupId, inspectedGroupIds: z.array(id).min(1) });

export const groups: CmsInterface[] = [
	{
		section: '12.3.4.1',
		path: `${BASE}/querygroupmemberbycondition`,
		fields: z.object({ ...place, groupId: id, workNo: workNo.optional(), ...pages(100) }),
		handle(world, given) {
			const group = groupOf(world, given.groupId);
			const members = [...group.members].filter(([number]) => given.workNo === undefined || number === given.workNo);
			return told(
				onPage(members, given).map(([number, membership]) => {
					const agent = world.centre.agentByWorkNo(number);
					return {
						workNo: number,
						accountCode: agent?.userAccount,
						groupName: group.name,
						accountName: agent?.userName,
						ccRoleId: agent?.ccRoleId,
						id: membership,
					};
				}),
			);
		},
	},
	{
		section: '12.3.4.2',
		path: `${BASE}/batchdeletegroupmember`,
		fields: z.object({ ...place, workNos: z.array(workNo).optional() }),
		handle(world, { workNos }) {
			// Without any, all members of all groups go.
			const leaving = workNos ?? [...world.groups.all.values()].flatMap(({ members }) => [...members.keys()]);
			for (const one of leaving) world.groups.leave(one);
			return told('删除成功');
		},
	},
	{
		section: '12.3.4.3',
		path: `${BASE}/batchaddgroupmember`,
		fields: z.object({ ...place, workNos: z.array(workNo).min(1), groupId: id }),
		handle(world, given) {
			const group = groupOf(world, given.groupId);
			for (const one of known(world, given.workNos)) world.groups.join(group, one);
			return told('新增成功');
		},
	},
	{
		section: '12.3.4.4',
		method: 'GET',
		path: `${BASE}/queryallccgroup/{ccId}/{vdn}`,
		fields: z.object(whose),
		handle: (world) =>
			told(
				[...world.groups.all.values()].map((group) => ({
					groupName: group.name,
					groupType: group.type,
					...(group.remark && { remark: group.remark }),
					id: group.id,
				})),
			),
	},
	{
		section: '12.3.4.5',
		path: `${BASE}/createusergroup`,
		fields: z.object({
			...place,
			groupName: z.string().min(1),
			groupType: oneOf(AGENTS, INSPECTORS),
			remark: z.string().optional(),
			workNos: z.array(workNo).optional(),
		}),
		handle(world, { groupName, groupType, remark, workNos = [] }) {
			freeName(world, groupName);
			world.groups.create(groupName, groupType, known(world, workNos), remark);
			return told('新增成功');
		},
	},
	{
		section: '12.3.4.6',
		path: `${BASE}/deleteusergroup`,
		fields: z.object({ ...place, id }),
		handle(world, given) {
			world.groups.delete(groupOf(world, given.id));
			return told('删除成功');
		},
	},
	{
		section: '12.3.4.7',
		path: `${BASE}/updategroup`,
		fields: z.object({ ...place, id, groupName: z.string().min(1), remark: z.string().optional() }),
		handle(world, { id: wanted, groupName, remark }) {
			const group = groupOf(world, wanted);
			freeName(world, groupName, group);
			group.name = groupName;
			if (remark !== undefined) group.remark = remark;
			return told('更新成功');
		},
	},
	{
		section: '12.3.4.8',
		path: `${BASE}/configqcrelation`,
		fields: relation,
		handle(world, { qcGroupId, inspectedGroupIds }) {
			const inspectors = groupOf(world, qcGroupId, INSPECTORS);
			const inspected = inspectedGroupIds.map((one: string) => groupOf(world, one, AGENTS).id);
			const before = world.groups.relations.get(inspectors.id) ?? [];
			world.groups.relations.set(inspectors.id, new Set([...before, ...inspected]));
			return told('配置成功');
		},
	},
	{
		section: '12.3.4.9',
		path: `${BASE}/deleteqcrelationconf`,
		fields: relation,
		handle(world, { qcGroupId, inspectedGroupIds }) {
			const relations = world.groups.relations.get(groupOf(world, qcGroupId, INSPECTORS).id);
			for (const one of inspectedGroupIds) {
				if (!relations?.delete(groupOf(world, one, AGENTS).id)) inGroups('The relation does not exist.');
			}
			return told('删除配置成功');
		},
	},
	{
		section: '12.3.4.10',
		path: `${BASE}/joinusergroup`,
		fields: z.object({
			ccId: callCentre.ccId.optional(),
			vdnId: whose.vdn,
			agentId: workNo,
			groupId: z.string().optional(),
			groupName: z.string().max(100).optional(),
			groupType: oneOf(AGENTS, INSPECTORS).optional(),
		}),
		refusal: gatewayRefusal,
		handle(world, { vdnId, agentId, groupId: wanted, groupName, groupType = AGENTS }) {
			if (vdnId !== world.tenant.vdnId) refuse('ccId and vdnId do not agree.', '300-010');
			if (!world.centre.agentByWorkNo(agentId)) refuse('The VDN has no such agent.', '300-016');
			const group = wanted ? existing(world, wanted) : created(world, groupName, groupType);
			world.groups.join(group, agentId);
			return joined({ groupName: group.name, groupId: group.id });
		},
	},
	{
		section: '12.3.4.11',
		path: `${BASE}/updateagentgroup`,
		fields: z.object({ ccId: callCentre.ccId.optional(), vdnId: whose.vdn, agentId: workNo, agentName: z.string().min(1) }),
		refusal: gatewayRefusal,
		handle(world, { vdnId, agentId, agentName }) {
			if (vdnId !== world.tenant.vdnId || !world.centre.agentByWorkNo(agentId)) refuse('The agent does not exist.', '1');
			world.groups.rename(agentId, agentName);
			// A number by the table, a text in the sample.
			return joined({ agentId: String(agentId), ccId: world.tenant.ccId, vdnId, agentName });
		},
	},
];

/** Two interfaces answer as the gateway of agents does; there is one code for everything malformed. */
function gatewayRefusal(code: string, message: string): object {
	return { message, retcode: code === codes.malformed ? '1' : code };
}

const joined = (result: object): object => ({ result, message: 'success', retcode: '0' });

const existing = (world: World, wanted: string): Group => world.groups.all.get(wanted) ?? refuse('The group does not exist.', '300-019');

function created(world: World, name: string | undefined, type: number): Group {
	if (!name) return refuse('The name of the group is empty.', '300-018');
	if (world.groups.named(name)) refuse('The name of the group exists.', '300-017');
	return world.groups.create(name, type);
}
