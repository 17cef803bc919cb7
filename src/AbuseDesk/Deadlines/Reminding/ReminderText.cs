using NodaTime;

namespace AbuseDesk.Deadlines.Reminding;

/// <summary>What a reminder says: to the customer by the customer's clock, to the desk by both.</summary>
internal static class ReminderText
{
    public static string Subject(DueReminder reminder, Instant at, DateTimeZone clock)
    {
        var about = reminder.NoticeRef ?? reminder.CaseRef;
        return at >= reminder.DueAt
            ? $"{Late(reminder, at)}: {reminder.ToDo} ({about})"
            : $"Reminder: {What(reminder)} {(reminder.Happens ? "at" : "by")} {SaidTime.Of(reminder.DueAt, clock)} ({about})";
    }

    public static string ForCustomer(DueReminder reminder, Instant at, DateTimeZone clock, DateTimeZone desk) =>
        $"""
        {State(reminder, at)}

        {(reminder.Happens ? "What happens" : reminder.IsTheCustomers ? "What you are asked to do" : "What we are going to do")}: {reminder.ToDo}{Left(reminder)}
        {(reminder.IsTheCustomers ? "Due" : "When")}: {Times(reminder.DueAt, clock, desk)}
        Case: {reminder.CaseRef}{(reminder.NoticeRef is { } notice ? $", notice {notice}" : "")}
        Account: {reminder.Account}, {reminder.CustomerName}

        {(reminder.IsTheCustomers ? "If it is done, or if you need to ask something, reply to this mail." : "If you need to ask something, reply to this mail.")}

        """;

    public static string ForDesk(DueReminder reminder, Instant at, DateTimeZone? customer, DateTimeZone desk, string away) =>
        $"""
        {State(reminder, at)}

        {(reminder.Happens ? "What happens" : "What is to be done")}: {reminder.ToDo}{Left(reminder)}
        {ByWhom(reminder)}{away}{(reminder.Happens ? "When" : "Due")}: {Times(reminder.DueAt, desk, customer)}
        Why then: {reminder.Explanation}
        Deadline: {reminder.Ref}
        Case: {reminder.CaseRef}, {reminder.CaseTitle}{(reminder.NoticeRef is { } notice ? $", notice {notice}" : "")}
        Customer: {reminder.Account}, {reminder.CustomerName}

        """;

    private static string Left(DueReminder reminder) => reminder is { IsTheCustomers: true, ItemsLeft: > 0 } && reminder.ItemsLeft < reminder.ItemsAsked
        ? $" ({reminder.ItemsLeft} of {reminder.ItemsAsked}; our checks found the others removed)"
        : "";

    private static string ByWhom(DueReminder reminder) => reminder.Happens
        ? ""
        : $"By whom: {(reminder.IsTheCustomers ? "the customer" : reminder.Whose == Words.Of(Whose.Legal) ? "legal" : "the desk")}\n";

    // the customer hears of what the desk has to do as an announcement
    private static string What(DueReminder reminder) =>
        reminder.To == Audience.Customer && reminder is { IsTheCustomers: false, Happens: false } ? $"we will {reminder.ToDo}" : reminder.ToDo;

    /// <summary>"Time left: 24 hours.", "Overdue by 26 hours."</summary>
    public static string State(DueReminder reminder, Instant at) => at >= reminder.DueAt
        ? $"{Late(reminder, at)}."
        : $"Time left: {SaidTime.Of(reminder.DueAt - at)}.";

    private static string Late(DueReminder reminder, Instant at) =>
        at - reminder.DueAt < Duration.FromMinutes(1) ? "Due now" : $"Overdue by {SaidTime.Of(at - reminder.DueAt)}";

    private static string Times(Instant due, DateTimeZone first, DateTimeZone? second)
    {
        var text = SaidTime.Of(due, first);
        if (second is not null && second.GetUtcOffset(due) != first.GetUtcOffset(due)) text += $"; {SaidTime.Of(due, second)}";
        return first.GetUtcOffset(due) == Offset.Zero || second?.GetUtcOffset(due) == Offset.Zero ? text : $"{text}; {SaidTime.Of(due, DateTimeZone.Utc)}";
    }
}
