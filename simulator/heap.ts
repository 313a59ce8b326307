/** A binary heap: the smallest item first, and first come first served among equals. */
export class Heap<T> {
	private readonly items: Array<{ key: number; order: number; value: T }> = [];
	private order = 0;

	get size(): number {
		return this.items.length;
	}

	push(key: number, value: T): void {
		const { items } = this;
		items.push({ key, order: this.order++, value });
		let at = items.length - 1;
		while (at > 0) {
			const parent = (at - 1) >> 1;
			if (!this.before(at, parent)) break;
			this.swap(at, parent);
			at = parent;
		}
	}

	peek(): { key: number; value: T } | undefined {
		return this.items[0];
	}

	pop(): { key: number; value: T } | undefined {
		const { items } = this;
		const top = items[0];
		const last = items.pop();
		if (last && items.length > 0) {
			items[0] = last;
			let at = 0;
			for (;;) {
				const left = 2 * at + 1;
				const right = left + 1;
				let least = at;
				if (left < items.length && this.before(left, least)) least = left;
				if (right < items.length && this.before(right, least)) least = right;
				if (least === at) break;
				this.swap(at, least);
				at = least;
			}
		}
		return top;
	}

	clear(): void {
		this.items.length = 0;
	}

	private before(a: number, b: number): boolean {
		const one = this.items[a];
		const two = this.items[b];
		return one.key < two.key || (one.key === two.key && one.order < two.order);
	}

	private swap(a: number, b: number): void {
		[this.items[a], this.items[b]] = [this.items[b], this.items[a]];
	}
}
