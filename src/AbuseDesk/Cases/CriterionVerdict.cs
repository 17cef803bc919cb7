namespace AbuseDesk.Cases;

/// <summary>The verdict on one criterion of a customer's plan.</summary>
public enum CriterionVerdict
{
    Met,
    PartlyMet,
    NotMet,
}
