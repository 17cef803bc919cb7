using System.Text.Json;
using AbuseDesk.Database;
using NodaTime;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace AbuseDesk.Cases;

/// <summary>
/// What a plan is judged by: the criteria of the last plan request sent before it came in. A request that was sent after the plan
/// could not ask it anything; where none was sent before, the criteria are those of templates/policy/plan-criteria.yml.
/// </summary>
public sealed class PlanCriteria(DeskDatabase database, DeskSettings settings)
{
    /// <param name="caseId">The case of the plan.</param>
    /// <param name="received">When the plan came in.</param>
    /// <returns>Names, in the order in which they were asked.</returns>
    /// <exception cref="DeskException">The policy is needed and cannot be read.</exception>
    public Task<IReadOnlyList<string>> OfAsync(long caseId, Instant received) => database.SnapshotAsync(tx => OfAsync(tx, caseId, received));

    internal async Task<IReadOnlyList<string>> OfAsync(DeskTransaction tx, long caseId, Instant received)
    {
        var asked = await tx.FindAsync<string>(
            """
            select criteria from notices
            where case_id = @caseId and kind = 'plan-request' and sent_at <= @received and criteria is not null
            order by sent_at desc, id desc limit 1
            """,
            new { caseId, received });
        if (asked is null) return OfPolicy();
        using var named = JsonDocument.Parse(asked);
        return [.. named.RootElement.EnumerateArray().Select(criterion => criterion.GetProperty("name").GetString()!.Trim())];
    }

    private List<string> OfPolicy()
    {
        const string File = "templates/policy/plan-criteria.yml";
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(System.IO.File.ReadAllText(Path.Combine(settings.Templates, "policy", "plan-criteria.yml"))));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or YamlException)
        {
            throw new DeskException($"{File} cannot be read: {error.Message.TrimEnd('.')}.", error);
        }

        var names = stream.Documents is [{ RootNode: YamlSequenceNode list }]
            ? list.OfType<YamlMappingNode>().Select(row => row.Children.TryGetValue(new YamlScalarNode("name"), out var name) ? $"{name}".Trim() : "").ToList()
            : [];
        return names.Count > 0 && !names.Contains("") ? names : throw new DeskException($"{File} must be a list in which each criterion has a name.");
    }
}
