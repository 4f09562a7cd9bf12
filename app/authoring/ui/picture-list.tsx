import { pictureAddress } from '#app/authoring/domain/picture/read-picture.ts'
import { m } from '#app/shared/i18n/messages.ts'
import { Form } from '#app/shared/ui/form.tsx'

type Picture = {
  course: string
  name: string
  width: number
  height: number
  alt: string
  draftId: string | null
  publishedAt: number | null
}

type Props = {
  pictures: Picture[]
  /** Whose pictures may be removed: the draft's, while it may be written. */
  draftId: string | undefined
}

/** How a lesson shows a picture: to be copied. A double quote would end the attribute. */
function figureOf({ course, name, width, height, alt }: Picture): string {
  const words = alt.replace(/\s+/g, ' ').replaceAll('"', '”')
  const size = `width="${width}" height="${height}"`
  return `<Figure src="${pictureAddress(course, name)}" alt="${words}" ${size} />`
}

/** The pictures of a course, each with the line that shows it in a lesson. */
export function PictureList({ pictures, draftId }: Props) {
  if (pictures.length === 0) return <p className="quiet">{m.authoring_pictures_none()}</p>
  return (
    <ul className="rows panel">
      {pictures.map((picture) => (
        <li key={picture.name} className="picture">
          <img
            src={pictureAddress(picture.course, picture.name)}
            alt={picture.alt}
            width={picture.width}
            height={picture.height}
            loading="lazy"
          />
          <div>
            <p>{picture.alt}</p>
            <label htmlFor={`line-${picture.name}`}>{m.authoring_picture_line()}</label>
            <textarea
              id={`line-${picture.name}`}
              className="code"
              rows={3}
              readOnly
              defaultValue={figureOf(picture)}
            />
            {picture.publishedAt === null && (
              <p className="quiet">{m.authoring_picture_unpublished()}</p>
            )}
            {picture.publishedAt === null && picture.draftId === draftId && (
              <Form>
                <input type="hidden" name="remove" value={picture.name} />
                <button type="submit" className="as-link">
                  {m.authoring_picture_remove()}
                  <span className="visually-hidden"> {picture.alt}</span>
                </button>
              </Form>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
