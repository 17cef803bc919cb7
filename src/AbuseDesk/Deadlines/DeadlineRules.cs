using NodaTime;

namespace AbuseDesk.Deadlines;

/// <summary>The deadlines policy, as read from its file.</summary>
public sealed class DeadlineRules
{
    public const string ActBy = "act_by";
    public const string DecideReview = "decide_review";
    public const string SendNotice = "send_notice";
    public const string Acknowledge = "acknowledge";
    public const string PlanDue = "plan_due";
    public const string AssessPlan = "assess_plan";
    public const string Effective = "effective";
    public const string ContractEnds = "contract_ends";
    public const string PreservationEnds = "preservation_ends";

    /// <summary>The rules the desk itself starts; the policy must have them, and may have more.</summary>
    private static readonly string[] Needed =
        [ActBy, DecideReview, SendNotice, Acknowledge, PlanDue, AssessPlan, Effective, ContractEnds, PreservationEnds];

    private readonly Dictionary<string, DeadlineRule> rules;

    private DeadlineRules(Dictionary<string, DeadlineRule> rules) => this.rules = rules;

    public IReadOnlyCollection<DeadlineRule> All => rules.Values;

    /// <exception cref="DeskException">A mistake in the file; the sentence names file, line and key.</exception>
    public static DeadlineRules Load(string path) => From(PolicyNode.Load(path));

    /// <exception cref="DeskException">A mistake in the text; the sentence names file, line and key.</exception>
    public static DeadlineRules Read(string yaml, string file) => From(PolicyNode.Read(yaml, file));

    /// <exception cref="DeskException">The policy has no such rule.</exception>
    public DeadlineRule Get(string name) => rules.TryGetValue(name, out var rule)
        ? rule
        : throw new DeskException($"The deadlines policy has no rule “{Shown.Briefly(name)}”; it has {string.Join(", ", rules.Keys)}.");

    /// <summary>Null where the policy has it no longer.</summary>
    public DeadlineRule? Find(string name) => rules.GetValueOrDefault(name);

    private static DeadlineRules From(PolicyNode root)
    {
        var nodes = root.Map("rules");
        var rules = nodes.Keys.ToDictionary(name => name, name => Rule(name, nodes.Map(name)));
        foreach (var name in Needed)
            if (!rules.ContainsKey(name)) throw nodes.Wrong(name, "a rule with whose, to_do or happens, audience and reminders");
        root.Done();
        return new DeadlineRules(rules);
    }

    private static DeadlineRule Rule(string name, PolicyNode node)
    {
        var (one, other) = ToDo(node);
        var reminders = node.Map("reminders");
        var rule = new DeadlineRule
        {
            Name = name,
            Whose = node.Word<Whose>("whose"),
            ToDoForOne = one,
            ToDo = other,
            Happens = node.Has("happens"),
            Within = node.Has("within") ? node.Span("within") : null,
            Ahead = node.Has("ahead") ? node.Span("ahead") : null,
            Audience = node.WordList<Audience>("audience"),
            Overdue = node.Has("overdue") ? node.WordList<Audience>("overdue") : [],
            Before = reminders.Spans("before"),
            After = reminders.Spans("after"),
        };
        if (rule.Audience.Count == 0) throw node.Wrong("audience", "a list of at least one");
        if (rule.Before.Contains(Duration.Zero)) throw reminders.Wrong("before", "a list of times longer than nothing");
        reminders.Done();
        node.Done();
        return rule;
    }

    private static (string One, string Other) ToDo(PolicyNode node)
    {
        if (node.Has("happens")) return (node.Text("happens"), node.Text("happens"));
        if (!node.IsMap("to_do")) return (node.Text("to_do"), node.Text("to_do"));
        var words = node.Map("to_do");
        var both = (words.Text("one"), words.Text("other"));
        words.Done();
        return both;
    }
}
