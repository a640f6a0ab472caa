/** The nonce of this answer's content security policy, as Vite leaves it in the page. */
export function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}
