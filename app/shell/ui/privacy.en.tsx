import { ContactLink } from './contact-link.tsx'
import { Kept } from './kept.tsx'

const labels = { why: 'What for', who: 'Who sees it', until: 'For how long' }

type Props = {
  /** The organisations that answer for the personal data. */
  operators: string[]
  /** Where they are reached. */
  contact: string | undefined
  /** How long each is kept; an empty identity stays until somebody erases it. */
  kept: { answers: string; looks: string; identity: string }
}

/** The privacy notice: what is kept, why, who sees it, for how long, and what one may ask. */
export function PrivacyEnglish({ operators, contact, kept }: Props) {
  const { identity } = kept
  return (
    <>
      <h1>Privacy and your rights</h1>
      <p>
        This platform is for training in digital skills and for managing talent. Who answers for the
        personal data in it:{' '}
        {operators.length > 0 ? operators.join(', ') : 'the organisation that uses it'}. This page
        says what it holds about you, why, who sees it, for how long, and what you may ask for.
        Where your organisation has told you something else, that applies.
      </p>
      <h2>What is kept</h2>
      <Kept
        labels={labels}
        what="Name and staff number; e-mail and phone where your unit entered them"
        why="Signing in, certificates, contact that you agreed to"
        who="You, the administrator of your unit’s accounts, your unit’s HR officer; whoever asked for contact, once you and your unit agreed; authors and reviewers see each other’s names where lessons are written and reviewed"
        until={
          identity
            ? `While you work here, and ${identity} after you leave: then it is erased, or sooner if asked for`
            : 'Kept after you leave, until the identity is erased'
        }
      />
      <Kept
        labels={labels}
        what="Unit, department, kind of staff, post and rank, role profile"
        why="Suggesting courses; deciding who may see what"
        who="You, the administrator, your unit’s HR officer; in the talent pool superior units see tier and prefecture, and no unit, department, post or rank"
        until="As long as the training record"
      />
      <Kept
        labels={labels}
        what="Progress, results of checks, labs and assessments, credit hours, evidence of skills"
        why="Going on where you stopped, proof of hours, showing what you can do"
        who="You; your unit’s HR officer sums up credit hours and, of a course the unit nominated you for, sees the deadline and how many modules you completed; once you join the talent pool, HR officers of your unit and of superior units can search your evidence"
        until="Kept as the training record"
      />
      <Kept
        labels={labels}
        what="What you chose and typed in checks, labs and assessments"
        why="Looking back at your own answers; checking a result that you doubt"
        who="You"
        until={`For ${kept.answers}; in a module you have not finished, from the last time you worked on it`}
      />
      <Kept
        labels={labels}
        what="Your unit’s attestations: skill, level and grounds, and why one was withdrawn"
        why="Showing what your unit saw at work"
        who="You and your unit’s HR officer; once you join the talent pool, superior units see that there is one, its level and month, and no grounds"
        until="Kept as the training record"
      />
      <Kept
        labels={labels}
        what="Whether you are in the talent pool, when you agreed, when you withdrew"
        why="Showing that searching had your consent"
        who="You; while you are in it, your unit’s HR officer finds you by name, those of superior units under a code"
        until="After withdrawing you are not found any more; the times are kept"
      />
      <Kept
        labels={labels}
        what="Who looked for you: who of which unit, what they saw, what for and when"
        why="Letting you know; finding out whether somebody looked without reason"
        who="You see the unit, the purpose and the time; auditors see name, number and purpose of whoever searched"
        until={`For ${kept.looks}`}
      />
      <Kept
        labels={labels}
        what="Requests to contact you, your answer and your unit’s"
        why="Putting people in touch only when both agree"
        who="You, the unit that asked, your unit’s HR officer"
        until={`A request that has lapsed cannot be answered any more; the record is kept for another ${kept.looks}, after which who asked cannot open an agreed one either`}
      />
      <Kept
        labels={labels}
        what="An application as a white hat: role, time and code name, encrypted"
        why="Letting cyberspace-affairs officers find who can do the work without learning the name"
        who="You see the role and the time, not the code name; cyberspace-affairs officers and approvers see a summary under the code name"
        until="Deleted at once when you withdraw or leave"
      />
      <Kept
        labels={labels}
        what="Sessions: when they began, roughly which browser and system"
        why="Letting you see and end them"
        who="You"
        until="Deleted when the session ends or expires"
      />
      <Kept
        labels={labels}
        what="The audit trail: who (a number) did what, and when"
        why="Finding out whether somebody overstepped or tampered"
        who="Auditors; for leaving the talent pool, applying as a white hat and withdrawing that, who it was and which of the three is encrypted, for auditors too"
        until="Kept; it has numbers alone. Where somebody acted on others for an office, the auditor’s page looks up their name"
      />
      <Kept
        labels={labels}
        what="The server’s log: time, path, outcome and duration of requests, without network addresses or anything you typed; of the pages where one joins or leaves a pool it does not say which"
        why="Finding faults"
        who="Those who run the server"
        until="As its operator decides"
      />
      <h2>How names are stored</h2>
      <p>
        Names, staff numbers, e-mail addresses and phone numbers are in a vault of their own, each
        person’s encrypted with a key of their own. Everywhere else, in the audit trail and the log
        as well, there is only a number. When somebody has left, their administrator can erase the
        identity: name, staff number, e-mail, phone and key are deleted at once, with the password,
        the second factor, links, sessions and mails that still wait, and a receipt can be printed.
        It cannot be undone.
      </p>
      <p>
        What stays is the training record under that number, with department, post and rank; where
        few hold such a post, colleagues may still guess whose it was. The platform does not look
        for names in texts that people typed themselves, nor in a unit’s grounds for an attestation
        or its reason for withdrawing one.
      </p>
      <p>
        The data is backed up regularly. Older backups still hold the encrypted identity until they
        are deleted, and whoever has such a backup and the installation’s keys can read it. When one
        is restored into the same data folder, those who were erased since are erased again; into
        another folder, they are not. A PostgreSQL database overwrites deleted rows only when it
        cleans up.
      </p>
      <h2>The talent pool</h2>
      <p>
        You are in it only if you agree, and that goes for your own unit’s searches as well: who has
        not agreed is found by nobody. Your own unit’s HR officer sees you by name. Those of
        superior units see a code, tier and prefecture, skills with their evidence, the kinds of
        engagement you are open to and from when.
      </p>
      <p>
        To contact you, a superior unit must say what for. You are asked first, then your unit, each
        for 14 days. Only when both have agreed do they see your name, unit, phone and e-mail. Each
        time you are listed, opened or asked for, the unit, the time and the purpose are recorded,
        and you see them at once under “The talent pool and me”. You may leave at any time, with
        effect at once; learning and assessments go on as before.
      </p>
      <h2>White hats</h2>
      <p>
        When you apply you leave the talent pool at once: neither your unit nor its superiors find
        you there. In another pool, cyberspace-affairs officers and approvers see a code name and
        the role; levels, quarters of evidence and place go only as far as at least five people
        share them. That pool is brought up to date once a day. Which name a code name belongs to is
        in the vault alone, encrypted with your own key, and no page shows it. Withdrawing takes
        effect at once, and the code name is void.
      </p>
      <p>
        One thing cannot be ruled out: whoever copied that pool every day, and knew who joined or
        left the talent pool on which day, might still guess. That is why each search needs a
        purpose and is kept for the auditor.
      </p>
      <h2>Cookies</h2>
      <p>
        The platform uses only its own cookies: your session, the language, larger text, a random
        number of this browser (so that others cannot try out passwords for your account without
        end), and for five minutes a pass while you type your code. There are no statistics and no
        advertising, and nothing is loaded from other sites.
      </p>
      <h2>What you may ask for</h2>
      <ul>
        <li>
          To see it: your learning record, credit hours and evidence are on your own pages, and can
          be printed.
        </li>
        <li>
          To correct it: ask your administrator where your name, unit or post is wrong, and your
          unit’s HR officer where you doubt the result of an assessment or a lab.
        </li>
        <li>
          To withdraw: leave the talent pool, or withdraw an application as a white hat, at any
          time.
        </li>
        <li>
          To erase: once you have left, ask your unit’s administrator to erase your identity, and
          ask for the receipt.
        </li>
        <li>To know: which unit looked for you, and for what.</li>
      </ul>
      <p>
        Ask your unit’s administrator or HR officer first.{' '}
        {contact ? (
          <>
            If you cannot find them, turn to whoever runs the platform:{' '}
            <ContactLink contact={contact} />
          </>
        ) : (
          'If you cannot find them, turn to who answers for the personal data.'
        )}
      </p>
    </>
  )
}
