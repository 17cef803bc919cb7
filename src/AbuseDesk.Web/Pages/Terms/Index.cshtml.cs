using AbuseDesk.Database;
using AbuseDesk.Terms;
using Markdig;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AbuseDesk.Web.Pages.Terms;

/// <summary>The versions of the terms, and one of them clause by clause: the one asked for, else the one in force.</summary>
public sealed class IndexModel(DeskDatabase database) : PageModel
{
    // what stands in a clause as HTML is shown as written
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    public IReadOnlyList<TermsVersion> Versions { get; private set; } = [];

    /// <summary>By the desk's clock; null where none is in force yet.</summary>
    public TermsVersion? InForce { get; private set; }

    public TermsVersion? Version { get; private set; }

    public IReadOnlyList<Clause> Clauses { get; private set; } = [];

    public static string Html(Clause clause) => Markdown.ToHtml(clause.Body, Pipeline);

    public string StateOf(TermsVersion version) =>
        version.Id == InForce?.Id ? "in force" : version.EffectiveAt > database.Now ? "to come" : "replaced";

    public Task OnGetAsync(string? version) => database.ReadAsync(async connection =>
    {
        Versions = await TermsRecords.ListAsync(connection);
        InForce = await TermsRecords.FindInForceAsync(connection, database.Now);
        Version = version is null ? InForce ?? (Versions.Count > 0 ? Versions[^1] : null) : await TermsRecords.GetAsync(connection, version);
        if (Version is not null) Clauses = await ClausesInForce.OfVersionAsync(connection, Version.Id);
        return true;
    }, HttpContext.RequestAborted);
}
