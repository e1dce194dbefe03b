/* Recomputes in the reader's own browser whether today's log begins with the one they kept.
   RFC 6962 with SHA-256, Ed25519 by WebCrypto; nothing is believed that the page only says.
   No module: those are not loaded from a page that was saved to a disk. R12.3. */
"use strict";
(() => {
  const bytes = (hex) => Uint8Array.from(hex.match(/../g) || [], (two) => parseInt(two, 16));
  const hex = (data) =>
    Array.from(new Uint8Array(data), (one) => one.toString(16).padStart(2, "0")).join("");
  const isHash = (text) => /^[0-9a-f]{64}$/.test(text);

  async function node(left, right) {
    const joined = new Uint8Array([1, ...bytes(left), ...bytes(right)]);
    return hex(await crypto.subtle.digest("SHA-256", joined));
  }

  /* Ranges whose hashes prove that the tree of `size` leaves begins with that of `old`. */
  function ranges(old, size) {
    const found = [];
    let low = 0;
    let high = size;
    while (high !== old) {
      let part = 1;
      while (part * 2 < high - low) part *= 2;
      const middle = low + part;
      if (old <= middle) {
        found.push([middle, high]);
        high = middle;
      } else {
        found.push([low, middle]);
        low = middle;
      }
    }
    if (low > 0) found.push([low, high]);
    return found.reverse();
  }

  async function isConsistent(old, oldRoot, size, root, proof) {
    if (!(old > 0 && old <= size) || !proof.every(isHash)) return false;
    if (old === size) return oldRoot === root;
    const steps = ranges(old, size).map(([low, high], nth) => [low, high, proof[nth]]);
    if (steps.length !== proof.length) return false;
    /* The first range ends where the old tree does; without it the old root is that subtree. */
    let before = steps[0][1] === old ? steps.shift()[2] : oldRoot;
    let after = before;
    for (const [low, , sibling] of steps) {
      if (low >= old) {
        after = await node(after, sibling);
      } else {
        before = await node(sibling, before);
        after = await node(sibling, after);
      }
    }
    return before === oldRoot && after === root;
  }

  async function isSigned(key, signature, text) {
    const imported = await crypto.subtle.importKey("raw", bytes(key), "Ed25519", false, ["verify"]);
    const signed = new TextEncoder().encode(text);
    return crypto.subtle.verify("Ed25519", imported, bytes(signature), signed);
  }

  /* Of a head: whether what was signed says its size and root, and who signed it. */
  async function signatures(head, keys) {
    const [, size, root] = head.head_text.split("\n");
    if (Number(size) !== head.tree_size || root !== head.root_hash) {
      return [[false, "所签的文字不是这个树首"]];
    }
    const said = [];
    const key = keys[head.signed_by];
    const ours = key && (await isSigned(key, head.head_signature, head.head_text));
    said.push([Boolean(ours), ours ? `中心的签名（${head.signed_by}）相符` : "中心的签名不符"]);
    for (const one of head.witnesses || []) {
      const theirs = await isSigned(one.public_key, one.witness_signature, head.head_text);
      said.push([theirs, `见证人${one.witness_name}的签名${theirs ? "相符" : "不符"}`]);
    }
    return said;
  }

  /* What was pasted: `size:hash` (a poster's first digits will do), a head, a proof, or both. */
  function read(text) {
    const kept = {};
    const short = text.match(/(\d+)\s*[:：]\s*([0-9a-fA-F]{12,64})/);
    for (const part of text.match(/\{[\s\S]*?\}(?=\s*(?:\{|$))/g) || []) {
      const value = JSON.parse(part);
      if (value.proof) kept.proof = value;
      else kept.head = value;
    }
    if (kept.head) {
      kept.size = kept.head.tree_size;
      kept.root = kept.head.root_hash;
    } else if (short && !kept.proof) {
      kept.size = Number(short[1]);
      kept.root = short[2].toLowerCase();
    } else if (kept.proof) {
      kept.size = kept.proof.old;
      kept.root = kept.proof.old_root_hash;
    }
    if (!Number.isSafeInteger(kept.size) || !/^[0-9a-f]{12,64}$/.test(kept.root || "")) {
      throw new Error("没有看懂：请填“条数:根哈希”，或粘贴此前保存的树首");
    }
    return kept;
  }

  async function proofOf(kept, today) {
    if (kept.proof && kept.proof.new === today.tree_size) return kept.proof;
    if (location.protocol === "file:") {
      throw new Error("离线核对还须粘贴事先下载的一致性证明（/public/log/consistency）");
    }
    const asked = await fetch(`/public/log/consistency?old=${kept.size}&new=${today.tree_size}`);
    if (asked.status === 404) return null;
    if (!asked.ok) throw new Error("暂时取不到一致性证明，请稍后再试");
    return asked.json();
  }

  async function verdict(text, today, keys) {
    const said = await signatures(today, keys);
    if (!text.trim()) return said;
    const kept = read(text);
    if (kept.head && kept.head.head_text) said.push(...(await signatures(kept.head, keys)));
    const proof = kept.size <= today.tree_size ? await proofOf(kept, today) : null;
    const root = kept.root.length < 64 && proof ? proof.old_root_hash : kept.root;
    const whole =
      proof !== null &&
      proof.old === kept.size &&
      root.startsWith(kept.root) &&
      (await isConsistent(kept.size, root, today.tree_size, today.root_hash, proof.proof));
    const which = `第 ${kept.size} 号树首（${kept.root.slice(0, 16)}…）`;
    said.push(
      whole
        ? [true, `今天的日志以${which}开头：此后没有改动、删除或者插入`]
        : [false, `今天的日志不以${which}开头：请核对是否填错，确认无误的请保存证据并致电`],
    );
    return said;
  }

  function shown(said) {
    const wrong = said.some(([right]) => !right);
    const place = document.getElementById("verdict");
    place.className = `state ${wrong ? "unknown" : "genuine"}`;
    const title = document.createElement("h3");
    title.textContent = wrong ? "核对不符" : "核对一致";
    const list = document.createElement("ul");
    for (const [, words] of said) {
      const line = document.createElement("li");
      line.textContent = words;
      list.append(line);
    }
    place.replaceChildren(title, list);
    place.hidden = false;
  }

  const form = document.getElementById("check-log");
  if (!form) return;
  form.hidden = false;
  const kept = document.getElementById("kept");
  document.getElementById("kept-file").addEventListener("change", async (event) => {
    const [file] = event.target.files;
    if (file) kept.value = await file.text();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const today = JSON.parse(form.dataset.head);
    const keys = JSON.parse(form.dataset.keys);
    try {
      shown(await verdict(kept.value, today, keys));
    } catch (error) {
      const unable = error.name === "NotSupportedError" || !globalThis.crypto?.subtle;
      const words = unable ? "这个浏览器不能核对 Ed25519 签名，请换新版的浏览器" : error.message;
      shown([[false, words]]);
    }
  });
})();
