using AbuseDesk.Database;
using AbuseDesk.Notices.Templates;
using NodaTime;

namespace AbuseDesk.Notices.Workshop;

/// <summary>What somebody is writing: theirs alone, and kept until they publish it or throw it away.</summary>
public sealed record TemplateDraft
{
    public required string Text { get; init; }

    /// <summary>The version that its writer has seen.</summary>
    public required int BasedOn { get; init; }

    public required Instant SavedAt { get; init; }
}

/// <summary>Keeps drafts of templates, one for each person and template.</summary>
public sealed class TemplateDrafts(DeskDatabase database)
{
    /// <summary>Null where the person has none.</summary>
    public Task<TemplateDraft?> FindAsync(Actor actor, TemplateName name) => database.SnapshotAsync(tx => tx.FindAsync<TemplateDraft>(
        "select * from template_drafts where kind = @KindWord and language = @Language and login = @Login",
        new { name.KindWord, name.Language, actor.Login }));

    /// <param name="actor">Legal.</param>
    /// <param name="name">Which template.</param>
    /// <param name="text">As it stands; it need not compile.</param>
    /// <param name="basedOn">The version that the writer has seen.</param>
    /// <exception cref="DeskException">The actor may not, or the text is too long.</exception>
    public Task KeepAsync(Actor actor, TemplateName name, string text, int basedOn)
    {
        actor.Demand("edit a template", Role.Legal);
        text = text.ReplaceLineEndings("\n");
        if (text.Length > TemplateLimits.Text)
            throw new DeskException($"The draft has {text.Length:N0} characters, and {TemplateLimits.Text:N0} are the most; shorten it.");
        if (text.Contains('\0', StringComparison.Ordinal))
            throw new DeskException("The draft holds a character that no text has (U+0000); take it out.");
        return database.WriteAsync(tx => tx.ExecuteAsync(
            """
            insert into template_drafts (kind, language, login, text, based_on, saved_at)
            values (@KindWord, @Language, @Login, @text, @basedOn, @Now)
            on conflict (kind, language, login) do update set text = excluded.text, based_on = excluded.based_on, saved_at = excluded.saved_at
            """,
            new { name.KindWord, name.Language, actor.Login, text, basedOn, tx.Now }));
    }

    /// <exception cref="DeskException">The actor may not.</exception>
    public Task DropAsync(Actor actor, TemplateName name)
    {
        actor.Demand("edit a template", Role.Legal);
        return database.WriteAsync(tx => DropAsync(tx, actor, name));
    }

    internal static Task DropAsync(DeskTransaction tx, Actor actor, TemplateName name) => tx.ExecuteAsync(
        "delete from template_drafts where kind = @KindWord and language = @Language and login = @Login",
        new { name.KindWord, name.Language, actor.Login });
}
