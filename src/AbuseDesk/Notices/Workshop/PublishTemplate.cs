using AbuseDesk.Database;
using AbuseDesk.Journal;
using AbuseDesk.Notices.Templates;

namespace AbuseDesk.Notices.Workshop;

/// <summary>Publishes a version of a template; from then on notices are made with it, and it cannot change.</summary>
public sealed class PublishTemplate(DeskDatabase database, TemplateRecords records, CheckTemplate check)
{
    private const int LongestNote = 500;

    /// <param name="actor">Legal.</param>
    /// <param name="name">Which template.</param>
    /// <param name="text">The whole of it, head and body.</param>
    /// <param name="note">What was changed and why, for those who read the history.</param>
    /// <param name="seen">The latest version that the actor has seen; null takes whatever it is.</param>
    /// <exception cref="DeskException">The actor may not, the text does not compile, changes nothing, or somebody published meanwhile.</exception>
    public async Task<TemplateVersion> RunAsync(Actor actor, TemplateName name, string text, string note, int? seen = null)
    {
        actor.Demand("publish a template", Role.Legal);
        text = text.ReplaceLineEndings("\n");
        note = note.Trim();
        if (note.Length is 0 or > LongestNote)
            throw new DeskException($"Say in a note of up to {LongestNote} characters what was changed and why; it stands in the history.");
        if (check.Find(name, text) is { } mistake)
            throw new DeskException($"It is not published, because a notice could not be made with it: {mistake.Sentence}");
        var file = records.File(name);
        return await database.WriteAsync(async tx =>
        {
            var latest = await TemplateRecords.LatestAsync(tx.Connection, name) ?? file;
            if (seen is { } known && known != (latest?.Number ?? 0))
                throw Meanwhile(latest!);
            var version = Next(actor, name, text, note, (latest?.Number ?? 0) + 1) with { PublishedAt = tx.Now };
            if (latest?.Sha256 == version.Sha256)
                throw new DeskException($"The text is that of version {latest.Number}; change it before you publish it.");
            await WriteAsync(tx, actor, name, version);
            return version;
        });
    }

    private static TemplateVersion Next(Actor actor, TemplateName name, string text, string note, int number) => new()
    {
        Kind = name.KindWord,
        Language = name.Language,
        Number = number,
        Text = text,
        Sha256 = TemplateRecords.HashOf(text),
        Note = note,
        PublishedAt = null,
        PublishedBy = actor.Login,
    };

    private static async Task WriteAsync(DeskTransaction tx, Actor actor, TemplateName name, TemplateVersion version)
    {
        var written = await tx.ExecuteAsync(
            """
            insert into template_versions (kind, language, number, text, sha256, note, published_at, published_by)
            values (@Kind, @Language, @Number, @Text, @Sha256, @Note, @PublishedAt, @PublishedBy)
            on conflict do nothing
            """,
            version);
        if (written == 0)
            throw Meanwhile(version);
        await TemplateDrafts.DropAsync(tx, actor, name);
        await JournalWriter.AppendAsync(
            tx, JournalWriter.Desk, actor, "template-published",
            $"published version {version.Number} of the template {name}: {version.Note}",
            new { template = name.ToString(), version.Number, version.Sha256, version.Note });
    }

    private static DeskException Meanwhile(TemplateVersion latest) =>
        new($"{(latest.Number == 0 ? "The history" : $"Version {latest.Number}")} was published meanwhile; look at what it changes, take over what you need, and publish then.");
}
