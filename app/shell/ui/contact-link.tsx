/** Where to write to or ring: a mailto:, tel: or https: address, shown without its scheme where it has no name. */
export function ContactLink({ contact }: { contact: string }) {
  return <a href={contact}>{contact.replace(/^(mailto|tel):/, '')}</a>
}
