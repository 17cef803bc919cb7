using AbuseDesk.Cases;
using AbuseDesk.Database;
using AbuseDesk.Journal;

namespace AbuseDesk.Escalation;

/// <summary>A person decides to follow the ladder's proposal; the facts that it rests on go into the journal with it.</summary>
public sealed class TakeUpProposal(DeskDatabase database, ExplainEscalation explain)
{
    /// <param name="actor">Agent or lead.</param>
    /// <param name="caseRef">The case.</param>
    /// <param name="seen">The step that the actor was shown; null skips the check.</param>
    /// <exception cref="DeskException">No such open case, nothing is proposed, or the proposal is another one by now.</exception>
    public Task<Proposal> RunAsync(Actor actor, string caseRef, EscalationStep? seen = null)
    {
        actor.Demand("take up a proposal", Role.Agent, Role.Lead);
        return database.WriteAsync(async tx =>
        {
            var head = await CaseHead.TakeOpenAsync(tx, caseRef);
            var proposal = await explain.DecideAsync(tx, caseRef);
            if (proposal.Step is not { } step) throw new DeskException($"Nothing is proposed for {head.Ref}; look at what the next step still lacks.");
            if (seen is not null && seen != step)
                throw new DeskException($"The ladder now proposes “{proposal.Title}” for {head.Ref}; look at its facts and decide again.");
            if (head.Turn != Words.Of(Turn.Legal)) await CaseTurn.SetAsync(tx, head.Id, Turn.Ours, $"draft the {Words.Of(step).Replace('-', ' ')}");
            await JournalWriter.AppendAsync(tx, head.Ref, actor, "proposal-taken-up", $"took up the proposal: {proposal.Title}", new
            {
                step = Words.Of(step),
                path = proposal.Path is { } path ? Words.Of(path) : null,
                ladder = proposal.LadderVersion,
                points = proposal.Points,
                facts = proposal.Facts.Select(fact => new { fact.Name, on_record = fact.OnRecord, fact.Asked, fact.Met, refs = fact.Source.Refs }),
            });
            return proposal;
        });
    }
}
