import { ContactLink } from './contact-link.tsx'

/** The accessibility statement: the aim, how it is checked, what is lacking, whom to tell. */
export function AccessibilityEnglish({ contact }: { contact: string | undefined }) {
  return (
    <>
      <h1>Accessibility</h1>
      <p>
        Every colleague should be able to use this platform, also with a keyboard alone, a screen
        reader or enlarged text. The aim is level AA of the Web Content Accessibility Guidelines
        (WCAG) 2.2.
      </p>
      <h2>What you can do</h2>
      <ul>
        <li>
          “Larger text” at the top right enlarges text and buttons and deepens colours; once you are
          signed in, on every device.
        </li>
        <li>
          Everything is built to work with a keyboard alone. “Skip to content” is the first link of
          each page.
        </li>
        <li>
          At 400 % zoom a page becomes one column, with no scrolling sideways; tables scroll within
          their own frame.
        </li>
        <li>
          Learning, practising, assessments and forms work without scripts; only some comforts of
          the editors are missing then.
        </li>
        <li>
          Beside each chart stands the same as text or as a table, and colour is never the only
          sign.
        </li>
      </ul>
      <h2>How it is checked</h2>
      <p>
        Before each release an automatic tool (axe) checks the pages of every role, and a program
        goes through them with Tab alone and does the main journeys by keyboard, in one browser
        (Chromium). Such tools find only a part of the problems. No people with disabilities have
        tried this version yet, and nobody from outside has assessed it.
      </p>
      <h2>What is lacking</h2>
      <ul>
        <li>
          It was tried with a keyboard by programs, in one browser; not by people who use one every
          day, nor with a screen reader.
        </li>
        <li>
          Some screen readers may read out line numbers in the editors for code and queries. Turn
          scripts off to get a plain text box.
        </li>
        <li>Formulas are MathML, which older browsers may not read out.</li>
        <li>
          Courses that units write themselves are checked by their reviewers; the platform can only
          check forms such as descriptions of pictures and the order of headings.
        </li>
      </ul>
      <h2 id="contact">Contact</h2>
      <p>
        If something cannot be used, tell your unit’s administrator: the address of the page, what
        you were doing, and which browser and aids you use. If it cannot wait, your unit can arrange
        the same training or assessment in another way.
      </p>
      {contact && (
        <p>
          Whoever runs this platform (for security reports too): <ContactLink contact={contact} />
        </p>
      )}
    </>
  )
}
