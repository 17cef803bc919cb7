namespace AbuseDesk.Web.Pages;

/// <summary>One way to narrow the queue, as a menu of links.</summary>
public sealed record QueueMenu(string Name, string? Chosen, QueueView View, string Key, IReadOnlyList<(string Value, string Word)> Choices)
{
    public string ChosenWord => Choices.Where(choice => choice.Value == Chosen).Select(choice => choice.Word).FirstOrDefault(Chosen ?? "");
}
