using AbuseDesk.Cases;

namespace AbuseDesk.Escalation;

/// <summary>Reads the ladder from its file.</summary>
public static class LadderFile
{
    /// <exception cref="DeskException">A mistake in the file; the sentence names file, line and key.</exception>
    public static Ladder Load(string path) => From(PolicyNode.Load(path));

    /// <exception cref="DeskException">A mistake in the text; the sentence names file, line and key.</exception>
    public static Ladder Read(string yaml, string file) => From(PolicyNode.Read(yaml, file));

    private static Ladder From(PolicyNode root)
    {
        var ladder = new Ladder
        {
            Version = root.Text("version"),
            Points = Points(root.Map("points")),
            FullDays = root.Number("full_days"),
            WindowDays = root.Number("window_days"),
            StepsCountDays = root.Number("steps_count_days"),
            Steps = Steps(root.Map("steps")),
        };
        if (ladder.FullDays > ladder.WindowDays) throw root.Wrong("full_days", "no more than window_days");
        root.Done();
        return ladder;
    }

    private static Dictionary<Severity, int> Points(PolicyNode node)
    {
        var points = Enum.GetValues<Severity>().ToDictionary(severity => severity, severity => node.Number(Words.Of(severity)));
        node.Done();
        foreach (var severity in Enum.GetValues<Severity>().Skip(1))
            if (points[severity] < points[severity - 1]) throw node.Wrong(Words.Of(severity), $"at least the points of {Words.Of(severity - 1)}");
        return points;
    }

    private static List<LadderStep> Steps(PolicyNode node)
    {
        // a policy that never ends a contract leaves the last step out
        var steps = Enum.GetValues<EscalationStep>().Where(step => step != EscalationStep.Termination || node.Has(Words.Of(step)))
            .Select(step => Step(step, node.Map(Words.Of(step)))).ToList();
        node.Done();
        return steps;
    }

    private static LadderStep Step(EscalationStep step, PolicyNode node)
    {
        var read = new LadderStep
        {
            Step = step,
            Says = node.Text("says"),
            Points = node.Has("points") ? node.Number("points") : null,
            After = node.Has("after") ? [.. After(step, node, node.Map("after"))] : [],
            RemovedUnderPercent = node.Has("removed_under_percent") ? node.Number("removed_under_percent") : null,
            PlanFailed = node.Flag("plan_failed"),
            Missed = node.Has("missed") ? Missed(node.Map("missed")) : new Dictionary<string, int>(),
            CriticalShortens = node.Flag("critical_shortens"),
        };
        node.Done();
        if (step != EscalationStep.Forwarding && read.Points is null && read.After.Count == 0 && read.Missed.Count == 0)
            throw node.Wrong("points", "asked for, or else “after” or “missed”: a step without any would always be proposed");
        return read;
    }

    private static Dictionary<string, int> Missed(PolicyNode node)
    {
        var missed = node.Keys.ToDictionary(rule => rule, node.Number);
        return missed.FirstOrDefault(rule => rule.Value == 0) is { Key: { } never } ? throw node.Wrong(never, "at least 1") : missed;
    }

    private static IEnumerable<PriorStep> After(EscalationStep step, PolicyNode node, PolicyNode after)
    {
        foreach (var key in after.Keys)
        {
            if (!Words.TryParse<EscalationStep>(key, out var prior) || prior >= step)
                throw node.Wrong("after", $"a list of steps milder than {Words.Of(step)}, each with its days");
            yield return new PriorStep(prior, (int)after.Span(key).TotalDays);
        }
    }
}
