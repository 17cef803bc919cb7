using AbuseDesk.Database;

namespace AbuseDesk.Cases;

/// <summary>Gives several cases to somebody, or to nobody: all of them or none.</summary>
public sealed class AssignCases(DeskDatabase database)
{
    /// <param name="actor">Agent or lead.</param>
    /// <param name="caseRefs">Their references.</param>
    /// <param name="login">Who shall work on them; null for nobody.</param>
    /// <exception cref="DeskException">One of them cannot be assigned; the sentence names it, and none was.</exception>
    public Task RunAsync(Actor actor, IReadOnlyList<string> caseRefs, string? login)
    {
        actor.Demand("assign cases", Role.Agent, Role.Lead);
        if (caseRefs.Count == 0) throw new DeskException("No case is selected; tick the cases first.");
        // in one order for everybody, so that two such acts wait for each other rather than for ever
        var refs = caseRefs.Select(caseRef => caseRef.Trim().ToUpperInvariant()).Distinct().Order(StringComparer.Ordinal).ToList();
        return database.WriteAsync(async tx =>
        {
            foreach (var caseRef in refs)
            {
                try
                {
                    await AssignCase.InsideAsync(tx, actor, await CaseHead.TakeOpenAsync(tx, caseRef), login);
                }
                catch (DeskException wrong) when (refs.Count > 1)
                {
                    throw new DeskException($"No case was assigned, because of {caseRef}: {wrong.Message}", wrong) { Refused = wrong.Refused };
                }
            }
        });
    }
}
