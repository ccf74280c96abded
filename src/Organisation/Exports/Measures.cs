using Wuzha.Platform.Facts;

namespace Wuzha.Organisation.Exports;

/// <summary>What this module counts.</summary>
public static class Measures
{
    public static readonly Measure UnitsOpened = new("organisation.units-opened", "新增单位", "Units opened", "个");
    public static readonly Measure UnitsClosed = new("organisation.units-closed", "撤并单位", "Units closed", "个");
    public static readonly Measure PeopleAppointed = new("organisation.people-appointed", "新任职", "People appointed", "人次");
    public static readonly Measure AppointmentsEnded = new("organisation.appointments-ended", "离任", "Appointments ended", "人次");
}
