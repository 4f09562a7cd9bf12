import { Kept } from './kept.tsx'

const labels = { why: 'What for', who: 'Who sees it', until: 'For how long' }

/** The privacy notice: what is kept, why, who sees it, for how long, and what one may ask. */
export function PrivacyEnglish() {
  return (
    <>
      <h1>Privacy and your rights</h1>
      <p>
        This platform is for training in digital skills and for managing talent. The organisation
        that uses it runs it and answers for it. This page says what it holds about you, why, who
        sees it, for how long, and what you may ask for. Where your organisation has told you
        something else, that applies.
      </p>
      <h2>What is kept</h2>
      <Kept
        labels={labels}
        what="Name and staff number; e-mail and phone where your unit entered them"
        why="Signing in, certificates, contact that you agreed to"
        who="You, the administrator of your unit’s accounts, your unit’s HR officer; once you and your unit have agreed to be contacted, the unit that asked"
        until="Until an administrator erases it after you have left"
      />
      <Kept
        labels={labels}
        what="Unit, department, kind of staff, post and rank, role profile"
        why="Suggesting courses; deciding who may see what"
        who="The same people; in the talent pool only tier, region and the like"
        until="As long as the training record"
      />
      <Kept
        labels={labels}
        what="Progress, checks in lessons, answers and results of labs and assessments, credit hours, evidence of skills"
        why="Going on where you stopped, proof of hours, showing what you can do"
        who="You; your unit’s HR officer sums up credit hours; evidence can be searched once you join the talent pool"
        until="Kept as the training record"
      />
      <Kept
        labels={labels}
        what="Whether you are in the talent pool, when you agreed, when you withdrew"
        why="Showing that searching had your consent"
        who="You; while you are in it, your unit’s HR officer sees your name, and those of the units above a profile without one"
        until="After withdrawing you are not found any more; the times are kept"
      />
      <Kept
        labels={labels}
        what="Requests to contact you, your answer and your unit’s; which unit looked at your profile, and for what"
        why="Putting people in touch only when both agree; letting you know who looked"
        who="Requests and answers: you, the unit that asked, your unit’s HR officer. Looks: you; auditors see only numbers"
        until="A request that has lapsed cannot be answered any more; the record is kept"
      />
      <Kept
        labels={labels}
        what="If you apply as a cybersecurity specialist (white hat): role, when you applied, code name"
        why="Letting cyberspace-affairs officers find people by skill"
        who="You see your application, not the code name; those officers and approvers see code name and role, and levels, quarters of evidence and place only as far as at least five people share them"
        until="Deleted when you withdraw, and the code name is void; an encrypted entry stays in the audit trail"
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
        who="Auditors"
        until="Kept; it has no names"
      />
      <Kept
        labels={labels}
        what="The server’s log: time, path, outcome and duration of requests, without network addresses or anything you typed"
        why="Finding faults"
        who="Those who run the server"
        until="As its operator decides"
      />
      <h2>How names are stored</h2>
      <p>
        Names, staff numbers, e-mail addresses and phone numbers are in a vault of their own, each
        person’s encrypted with a key of their own. Everywhere else, in the audit trail and the log
        as well, there is only a number. When an identity is erased its key goes too, and nobody can
        tell any more whose training record it was.
      </p>
      <p>
        The data is backed up regularly. After erasing, older backups still hold the encrypted
        identity until they are rotated out.
      </p>
      <h2>The talent pool</h2>
      <p>
        You are in it only if you agree, and you may withdraw at any time; learning and assessments
        go on as before. An officer of a unit above yours sees evidence first and no name; to
        contact you they must say what for, and both you and your unit must agree. Your own unit’s
        HR officer sees your name, and must say what for as well. Each look at your profile is
        recorded, and your own page shows you which unit looked, when and why.
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
        <li>To withdraw: leave the talent pool at any time.</li>
        <li>To erase: once you have left, ask an administrator to erase your identity.</li>
        <li>To know: which unit looked at your profile, and for what.</li>
      </ul>
      <p>
        Ask your unit’s administrator or HR officer first. If you cannot find them, the section on
        contact under “Accessibility” says where to turn.
      </p>
    </>
  )
}
